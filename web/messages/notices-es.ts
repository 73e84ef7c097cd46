/** Spanish: the mail that tells what staff changed, and what the desk shows of it before and after. */
import { pluralIn } from '../words/plural.ts';
import type { noticesEn } from './notices-en.ts';

const plural = pluralIn('es-US');
const people = (n: number): string => plural(n, { one: '1 persona', other: '{n} personas' });

export const noticesEs: typeof noticesEn = {
  subject: {
    off: (title) => `Se cancela: ${title}`,
    on: (title) => `Al final sí se realizará: ${title}`,
    time: (title) => `Nuevo horario: ${title}`,
    place: (title) => `Nuevo lugar: ${title}`,
    several: (title) => `Algo ha cambiado: ${title}`,
  },
  lead: (title, school) => `Algo ha cambiado en ${title}, de ${school}, donde usted se inscribió.`,
  leadOff: (title, school) => `Se cancela aquello en lo que usted se inscribió en ${title}, de ${school}.`,
  said: (school) => `Unas palabras de ${school}:`,
  yours: 'Usted se inscribió en',
  newTime: 'Nuevo horario',
  newPlace: 'Nuevo lugar',
  before: 'Antes',
  state: 'Ahora',
  off: 'Se cancela: no se realizará',
  on: 'Al final sí se realizará',
  waits: (places) => `${places}, todavía en la lista de espera`,
  calendar: 'Este correo trae la cita para su calendario y reemplaza la que usted tiene.',
  calendarOff: 'La cita se borra de su calendario.',
  end: 'Si así ya no le conviene, cambie o cancele, por favor, para que otra persona pueda ayudar.',
  ask: 'El horario cambió en más de una hora, así que le preguntamos de nuevo: ¿todavía le conviene? En su página basta un toque para decir que sí. Ahí también puede cancelar o elegir otro horario. Su lugar sigue siendo suyo hasta que lo devuelva, aunque no responda.',
  answer: 'Decir si todavía me conviene',
  endOff: 'No tiene que hacer nada. Gracias por querer ayudar.',
  desk: {
    title: 'Hay personas inscritas en lo que usted cambia',
    lead: 'Todavía no se guardó nada. Cuando guarde, cada una recibe un solo correo que dice qué cambió, y también cambia la cita en su calendario. Nadie pierde su lugar.',
    leadUntold: 'Todavía no se guardó nada. Nadie pierde su lugar y a nadie se le escribe.',
    people: (have, places) => `${people(have)}, ${plural(places, { one: '1 lugar', other: '{n} lugares' })}`,
    waiting: (n) => `${n} en la lista de espera`,
    concerns: {
      off: 'se cancela',
      on: 'al final sí se realizará',
      time: 'otro horario',
      place: 'otro lugar',
      over: 'más inscritos que lugares',
    },
    over: 'A nadie se le escribe porque haya más ayudantes que lugares. Usted puede escribirles.',
    words: 'Agregue unas palabras',
    wordsHint: 'Por qué cambió o qué hay que traer. También puede quedar vacío: lo que cambió ya se dice.',
    save: (n) => `Guardar y avisar a ${people(n)}`,
    saveUntold: 'Guardar',
    look: 'Ver el correo otra vez',
    back: 'Volver para cambiarlo',
    saving: 'Guardando…',
    mail: (language) => `El correo en ${language}`,
    mailHint: 'Cada persona lee solo de aquello en lo que se inscribió.',
    told: 'Se está avisando a las personas afectadas.',
    far: 'Ver cuántos avisos ya salieron',
    who: 'Ver quién',
    sentOn: 'Como estaba cuando se guardó. A cada persona se le avisó de lo suyo.',
    gone: (n) => `${people(n)} ya no tenían nada que saber, o ya no se guarda nada de ellas.`,
    errors: {
      words: 'Escriba algo o déjelo vacío',
      'text.too-long': 'Use menos letras: es demasiado largo',
      'text.control-characters': 'Escríbalo otra vez: tiene caracteres ocultos que no podemos usar',
    },
  },
};
