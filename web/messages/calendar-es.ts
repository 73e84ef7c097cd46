/** Calendarios a los que suscribirse, en español. */
import { pluralIn } from '../words/plural.ts';
import type { calendarEn } from './calendar-en.ts';

const plural = pluralIn('es-US');

export const calendarEs: typeof calendarEn = {
  feed: {
    schoolName: (school) => `${school}: participar`,
    schoolDescription: (school) => `Todo lo que tiene fecha y en lo que las familias pueden participar en ${school}. Se mantiene al día.`,
    ownName: (district) => `Mis inscripciones · ${district}`,
    ownDescription: (district) => `Lo que usted tiene apuntado en ${district}. Se mantiene al día.`,
    cancelled: (title) => `Cancelado: ${title}`,
    places: (n) => plural(n, { one: '{n} lugar', other: '{n} lugares' }),
    signUp: (url) => `Vea qué hay libre e inscríbase: ${url}`,
    manage: (url) => `Para cambiar o cancelar, use el enlace de su correo, o pídalo aquí: ${url}`,
    ask: (who) => `¿Preguntas? ${who}`,
  },
  school: {
    title: 'En su calendario',
    lead: (school) => `Suscríbase y todo lo de ${school} aparece en su propio calendario.`,
    subscribe: 'Suscribirse a este calendario',
    or: 'O copie esta dirección en Google Calendar o en Outlook:',
  },
  mine: {
    title: 'En su calendario',
    lead: 'Su calendario puede mostrar todas sus inscripciones y mantenerlas al día.',
    open: 'Poner mis inscripciones en mi calendario',
  },
  own: {
    title: 'Sus inscripciones en su calendario',
    back: 'Volver a mis inscripciones',
    lead: 'Suscríbase una vez. Las inscripciones nuevas, los cambios de hora y las cancelaciones aparecen solos.',
    subscribe: 'Suscribirse',
    subscribeHint: 'Abre el calendario en un iPhone, iPad o Mac, o en Outlook para Windows.',
    copy: 'O copie esta dirección',
    howTo: 'Cómo usar la dirección',
    steps: [
      [
        'Google Calendar',
        'En una computadora, abra Google Calendar. Junto a “Otros calendarios” elija +, luego “Desde URL”, y pegue la dirección. Después también aparece en su teléfono.',
      ],
      ['Outlook', 'Elija “Agregar calendario”, luego “Suscribirse desde la web”, y pegue la dirección.'],
      ['Apple', 'En Calendario elija “Nueva suscripción a calendario”, y pegue la dirección.'],
    ],
    slow: 'Algunos calendarios buscan novedades solo una vez al día. Nuestros correos siempre avisan primero.',
    private: 'Esta dirección es solo suya. Quien la tenga ve cuándo y dónde participa usted, pero no puede cambiar nada.',
    since: (when) => `En uso desde el ${when}.`,
    replace: 'Crear una dirección nueva',
    replaceHint: '¿Alguien tiene esta dirección y no debería? La anterior deja de funcionar, y usted se suscribe otra vez con la nueva.',
    end: 'Detener mi calendario',
    endHint: 'La dirección deja de funcionar. Sus inscripciones siguen igual.',
    none: 'Todavía no tiene una dirección de calendario.',
    noneHint: 'Cree una y suscríbase con ella en su teléfono o computadora.',
    make: 'Crear mi dirección de calendario',
    ended: 'Su dirección de calendario ha dejado de funcionar.',
    replaced: 'Esta es su dirección nueva. La anterior ha dejado de funcionar.',
    working: 'Un momento …',
  },
};
