/** Signed up, and the manage page, in Spanish. */
import { pluralIn } from '../words/plural.ts';
import { sentence } from '../words/sentence.ts';
import type { mineEn } from './mine-en.ts';

const plural = pluralIn('es-US');

export const mineEs: typeof mineEn = {
  signedUp: {
    title: 'Su inscripción está lista',
    titleSome: 'Su inscripción está lista en parte',
    lead: 'Gracias. Significa mucho para la escuela.',
    leadSome: 'Gracias. Algo de lo que eligió no se pudo dar.',
    yours: 'Usted participa en',
    notGiven: 'No se pudo dar',
    places: (n) => plural(n, { one: '{n} lugar', other: '{n} lugares' }),
    alternatives: 'Aquí todavía hay lugares',
    chooseAnother: 'Elegir otra opción',
    next: 'Qué sigue',
    steps: [
      ['Revise su correo', 'Su confirmación está en camino. Si no llega en unos minutos, busque en la carpeta de correo no deseado.'],
      ['Guárdelo en su calendario', 'El correo trae una cita para su calendario. Si algo cambia, se actualiza.'],
      ['¿Cambiaron sus planes?', 'El correo trae un enlace solo para usted. Con él puede cambiar o cancelar antes de la fecha límite.'],
    ],
    lost: '¿No llegó el correo? Envíenme mi enlace',
    onward: 'Vea dónde más se necesita ayuda',
  },
  manage: {
    title: (name) => `Inscripciones de ${name}`,
    heading: (name) => `Hola, ${name}`,
    lead: (n) =>
      plural(n, {
        zero: 'No tiene inscripciones próximas.',
        one: 'Tiene {n} inscripción próxima.',
        other: 'Tiene {n} inscripciones próximas.',
      }),
    private: 'Esta página es solo suya. Por favor, no comparta su enlace.',
    upcoming: 'Próximas',
    past: 'Pasadas',
    cancelled: 'Canceladas',
    pending: 'Por confirmar',
    pendingHint: 'Esto tarda un momento. Vuelva a cargar la página en un minuto.',
    notGiven: 'No se pudo dar',
    confirmed: 'Confirmada',
    places: (n) => plural(n, { one: '{n} lugar', other: '{n} lugares' }),
    changePlaces: 'Cambiar los lugares',
    changePlacesFor: (title) => `Cambiar los lugares: ${title}`,
    newPlaces: '¿Cuántos lugares?',
    save: 'Guardar',
    move: 'Pasar a otro horario',
    moveTo: 'Pasar a',
    moveSubmit: 'Cambiar mi horario',
    cancel: 'Cancelar',
    cancelAsk: '¿Quiere devolver sus lugares? Así otra persona puede tomarlos.',
    cancelYes: 'Sí, cancelar',
    cancelKeep: 'Para conservarlos, solo cierre esto.',
    calendar: 'Guardar en el calendario',
    until: (when) => sentence(`Puede cambiar esto hasta el ${when}`),
    tooLate: 'Falta muy poco para empezar y aquí ya no se puede cambiar. Si no puede venir, por favor avise a la escuela:',
    noMore: 'Por ahora no hay otro horario con lugares suficientes.',
    answers: 'Sus respuestas',
    noticeCancelled: (title) => `Cancelada: ${title}. Gracias por avisar. Le llegará un correo que lo confirma.`,
    noticePlaces: (title, places) => `Listo: ${title}, ahora ${places}. Le llegará un correo que lo confirma.`,
    noticeMoved: (title) => `Listo: ${title}. Le llegará un correo con su nuevo horario.`,
    empty: 'Todavía no hay nada aquí',
    emptyHint: 'Cuando se inscriba en algo, lo verá aquí.',
    browse: 'Buscar en qué participar',
    print: 'Inscripción a nombre de',
  },
};
