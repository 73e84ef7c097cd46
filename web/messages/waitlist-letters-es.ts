/** The waitlist in mails, in Spanish. */
import { pluralIn } from '../words/plural.ts';
import type { waitlistLettersEn } from './waitlist-letters-en.ts';

const plural = pluralIn('es-US');
const places = (n: number): string => plural(n, { one: '{n} lugar', other: '{n} lugares' });

export const waitlistLettersEs: typeof waitlistLettersEn = {
  joined: {
    subject: (title) => `Está en la lista de espera: ${title}`,
    preview: 'Le escribimos en cuanto se libere un lugar para usted.',
    lead: (title, school) => `Está en la lista de espera de ${title}, de ${school}. Todavía no tiene lugar.`,
    list: 'En la lista de espera',
    stand: 'Su número',
    number: (position) => `Número ${position} de la lista`,
    how: 'Cuando se libera un lugar, lo recibe quien está primero en la lista y le avisamos por correo. Si falta poco para empezar, primero se lo ofrecemos y usted dice sí o no.',
  },
  given: {
    subject: (title) => `Se liberó un lugar: ${title}`,
    lead: (title, school) =>
      `Buena noticia: se liberó un lugar en ${title}, de ${school}, y es suyo. Ya no está en la lista de espera: su inscripción está confirmada.`,
    yours: 'Usted participa en',
    cannot: '¿No puede venir? Por favor cancele con su enlace, para que el lugar pase a quien sigue en la lista.',
  },
  accepted: {
    subject: (title) => `Su inscripción: ${title}`,
    lead: (title, school) => `Tomó el lugar que le ofrecimos. Su inscripción en ${title}, de ${school}, está confirmada.`,
  },
  offered: {
    subject: (title, n) => `${plural(n, { one: 'Hay un lugar libre', other: 'Hay {n} lugares libres' })} para usted: ${title}`,
    lead: (title, school) => `Usted sigue en la lista de espera de ${title}, de ${school}. ¿Puede venir?`,
    fewer: (n, wanted) =>
      `Pidió ${places(wanted)}. Por ahora ${plural(n, { one: 'hay {n} libre', other: 'hay {n} libres' })}. Puede tomar lo que hay, o decir que no y esperar más.`,
    what: 'Lo que se le ofrece',
    by: 'Responda antes del',
    after: 'Si no nos responde a tiempo, pasa a quien sigue en la lista.',
    answer: 'Responder sí o no',
  },
  expired: {
    subject: (title) => `Su oferta terminó: ${title}`,
    lead: (title, school) =>
      `No nos respondió a tiempo y el lugar en ${title}, de ${school}, pasó a quien sigue en la lista. Ya no está en la lista de espera.`,
    again: '¿Todavía quiere venir? Entre otra vez en la lista',
  },
  waitsOn: {
    subject: (title) => `Sigue en la lista de espera: ${title}`,
    lead: (title, school, wanted) =>
      `No nos respondió a tiempo y lo que había libre en ${title}, de ${school}, pasó a quienes siguen. Usted sigue en la lista para ${places(wanted)}.`,
  },
  ended: {
    subject: (title) => `No se liberó ningún lugar: ${title}`,
    lead: (title, school) =>
      `La lista de espera de ${title}, de ${school}, terminó y no se liberó ningún lugar para usted. Lo sentimos. Gracias por querer ayudar.`,
    again: 'Vea en qué más puede ayudar',
  },
  removed: {
    subject: (title) => `Ya no está en la lista de espera: ${title}`,
    lead: (title, school) => `${school} le quitó de la lista de espera de ${title}. ¿Tiene preguntas? Solo responda a este correo.`,
    again: 'Vea dónde hay lugares',
  },
  was: 'Lo que esperaba',
};
