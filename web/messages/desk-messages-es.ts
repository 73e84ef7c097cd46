/** Spanish: what staff write to those who signed up, at the desk and as a mail. */
import { pluralIn } from '../words/plural.ts';
import type { deskMessagesEn } from './desk-messages-en.ts';

const plural = pluralIn('es-US');
const people = (n: number): string => plural(n, { one: '1 persona', other: '{n} personas' });

export const deskMessagesEs: typeof deskMessagesEn = {
  title: (opportunity) => `Mensajes: ${opportunity}`,
  lead: 'Lo que se dijo a quienes se inscribieron: lo que usted les escribió y los avisos que salieron solos porque algo cambió.',
  back: 'A la oportunidad',
  roster: 'Quién viene',
  write: 'Escribir a todos',
  writeSlot: 'Escribirles',
  none: 'Todavía no se ha escrito nada.',
  nobody:
    'Todavía nadie se ha inscrito, así que no hay a quién escribir. Cuando haya personas con lugar, aquí puede escribir a todas a la vez.',
  subject: 'Asunto',
  when: 'Enviado',
  by: 'Por',
  to: 'Para',
  state: 'Correos',
  allSlots: 'Todos los turnos',
  people,
  got: (got, of) => `Enviado a ${got} de ${of}`,
  gone: (n) => `${people(n)} ya no ${n === 1 ? 'tenía' : 'tenían'} lugar cuando salió el correo, o ya no se conservan sus datos.`,
  withheld: (n) =>
    n === 1
      ? '1 persona no lo recibió: su dirección no acepta correos. Por favor, llámela.'
      : `${people(n)} no lo recibieron: sus direcciones no aceptan correos. Por favor, llámelas.`,
  failed: (n) => `Todavía no se ha podido enviar a ${people(n)}. Se vuelve a intentar automáticamente.`,
  over: 'Ya se escribió a todos.',
  underWay: 'Los correos están en camino.',
  sentBy: (who, when) => `Por ${who}, ${when}`,
  all: 'Todos los mensajes',
  new: {
    title: (opportunity) => `Escribir a quienes se inscribieron: ${opportunity}`,
    lead: 'Cada persona recibe un solo correo, tenga los turnos que tenga, con sus turnos y su propio enlace. Las respuestas llegan a la persona de contacto.',
    whom: 'A quién escribir',
    slot: (label, when, n) => `${label}, ${when}: ${n === 0 ? 'nadie' : people(n)}`,
    text: 'Qué decir',
    languages: 'Escriba en un idioma o en varios. Cada quien lo recibe en el suyo, si está; si no, en otro.',
    bodyHint:
      'Una línea vacía empieza un párrafo. Las direcciones que empiezan con https:// se vuelven enlaces. El saludo con su nombre se pone solo.',
    body: 'Mensaje',
    preview: 'Verlo antes de enviar',
    cancel: 'Volver sin enviar',
    used: 'Ya se envió un mensaje desde este formulario. Mire lo que se envió antes de mandar otro.',
  },
  preview: {
    title: (opportunity) => `Antes de enviar: ${opportunity}`,
    lead: 'Todavía no se ha enviado nada.',
    who: (n) => `Lo ${n === 1 ? 'recibirá' : 'recibirán'} ${people(n)}`,
    names: 'Sus nombres',
    unknown: (n) => `A ${people(n)} no se les puede escribir: ya no se conservan sus datos.`,
    withoutMail: (n) =>
      `${people(n)} no lo ${n === 1 ? 'recibirá' : 'recibirán'}: ${n === 1 ? 'su dirección no acepta' : 'sus direcciones no aceptan'} correos. Avíseles de otra forma:`,
    slots: 'Para',
    readers: (language, n) => `En ${language}: ${people(n)}`,
    mail: (language) => `El correo en ${language}`,
    notRead: 'Ahora nadie de ellos lee en este idioma, así que nadie recibe este.',
    asReadBy: (name) => `Como lo leerá ${name}`,
    send: (n) => `Enviar a ${people(n)}`,
    sending: 'Enviando…',
    change: 'Cambiarlo',
  },
  errors: {
    slotIds: 'Elija a quién escribir: al menos un turno',
    'slots.nobody': 'Allí no tiene lugar nadie a quien se pueda escribir. Elija otros turnos',
    subject: 'Escriba un asunto',
    body: 'Escriba el mensaje',
    'text.too-long': 'Use menos letras: es demasiado largo',
    'text.control-characters': 'Escríbalo otra vez: tiene caracteres ocultos que no podemos usar',
  },
  letter: {
    lead: (school, title) => `Un mensaje de ${school} para quienes se inscribieron en ${title}:`,
    yours: 'Usted se inscribió en',
  },
};
