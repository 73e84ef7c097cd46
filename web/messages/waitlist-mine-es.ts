/** The waitlist on one's own pages, in Spanish. */
import { pluralIn } from '../words/plural.ts';
import { sentence } from '../words/sentence.ts';
import type { waitlistMineEn } from './waitlist-mine-en.ts';

const plural = pluralIn('es-US');
const places = (n: number): string => plural(n, { one: '{n} lugar', other: '{n} lugares' });

export const waitlistMineEs: typeof waitlistMineEn = {
  title: 'Está en la lista de espera',
  lead: 'Gracias. Le escribimos en cuanto se libere un lugar para usted.',
  list: 'En la lista de espera',
  gone: 'Ya no está en la lista de espera',
  position: (position, of) => `Número ${position} de ${of} en la lista de espera`,
  number: (position) => `Número ${position} en la lista de espera`,
  wanted: (n) => plural(n, { one: '{n} lugar pedido', other: '{n} lugares pedidos' }),
  steps: [
    ['Revise su correo', 'Le dice qué número tiene en la lista y trae su propio enlace.'],
    [
      'Se libera un lugar',
      'Lo recibe quien está primero en la lista. Si falta poco para empezar, primero se lo ofrecemos y usted dice sí o no.',
    ],
    ['¿Cambian sus planes?', 'Con el enlace del correo puede salir de la lista o pedir más o menos lugares.'],
  ],
  state: 'Lista de espera',
  stateOffered: 'Se le ofrece',
  how: 'Le escribimos en cuanto se libere un lugar para usted. Nadie que llegó después pasa antes que usted.',
  offer: (n) => plural(n, { one: 'Hay un lugar libre para usted', other: 'Hay {n} lugares libres para usted' }),
  offerFewer: (n, wanted) =>
    plural(n, { one: `Hay {n} lugar libre para usted. Pidió ${wanted}.`, other: `Hay {n} lugares libres para usted. Pidió ${wanted}.` }),
  answerBy: (when) => `${sentence(`Por favor responda antes del ${when}`)} Después pasa a quien sigue en la lista.`,
  accept: (n) => plural(n, { one: 'Tomar el lugar', other: 'Tomar los {n} lugares' }),
  pass: 'No, gracias',
  passHint: 'Si dice que no, sale de esta lista de espera.',
  passFewerHint: (n) =>
    plural(n, {
      one: 'Si dice que no, sigue en la lista para más lugares. {n} lugar pasa entonces a quienes siguen.',
      other: 'Si dice que no, sigue en la lista para más lugares. {n} lugares pasan entonces a quienes siguen.',
    }),
  change: 'Pedir más o menos lugares',
  changeHint: 'Con menos lugares conserva su número. Con más pasa al final de la lista.',
  leave: 'Salir de la lista de espera',
  leaveAsk: '¿Quiere salir de esta lista de espera? Si vuelve a entrar, empieza al final.',
  leaveYes: 'Sí, salir',
  leaveKeep: 'Para seguir en la lista, solo cierre esto.',
  noticeAccepted: (title) => `El lugar es suyo: ${title}. Le llegará un correo con la cita para su calendario.`,
  noticePassed: (title) => `Dijo que no: ${title}. Gracias por avisar.`,
  noticeLeft: (title) => `Listo: ${title}. Ya no tiene lugar ni espera ninguno ahí.`,
  noticeWanted: (title, n) => `Listo: ${title}, ahora espera ${places(n)}.`,
};
