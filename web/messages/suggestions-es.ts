/** A school's suggestion box, in Spanish. */
import { pluralIn } from '../words/plural.ts';
import type { suggestionsEn } from './suggestions-en.ts';

const plural = pluralIn('es-US');

export const suggestionsEs: typeof suggestionsEn = {
  title: 'Buzón de sugerencias',
  titleOf: (school) => `Buzón de sugerencias: ${school}`,
  teaser: '¿Qué haría más fácil participar? ¿Qué debería hacer la escuela, o dejar de hacer?',
  link: 'Hacer una sugerencia',
  lead: (school) => `Diga a ${school} qué haría más fácil participar. El personal de la escuela lee cada sugerencia.`,
  text: 'Su sugerencia',
  textHint: 'Por favor, no escriba nombres, sobre todo de niños. No pedimos el suyo, así que aquí nadie le puede responder.',
  ask: '¿Quiere una respuesta? Pregunte a la escuela:',
  send: 'Ponerla en el buzón',
  sending: 'Enviando…',
  sentTitle: 'Gracias',
  sent: (school) => `Su sugerencia está en el buzón. El personal de ${school} la lee.`,
  another: 'Hacer otra sugerencia',
  back: (school) => `Volver a ${school}`,
  empty: 'Escriba lo que sugiere',
  desk: {
    link: 'Buzón de sugerencias',
    toRead: 'Sugerencias por leer',
    ofSchool: (n) => plural(n, { one: '{n} sugerencia por leer', other: '{n} sugerencias por leer' }),
    lead: 'Lo que la gente sugirió, sin sus nombres. Cada sugerencia se guarda un año.',
    none: 'Todavía no hay nada en el buzón. La página de la escuela tiene un enlace.',
    open: (n) => plural(n, { zero: 'No hay ninguna abierta', one: '{n} está abierta', other: '{n} están abiertas' }),
    sentAt: (when) => `Puesta el ${when}`,
    settledBy: (who, when) => `Atendida por ${who}, ${when}`,
    settle: 'Marcar como atendida',
    reopen: 'Abrirla de nuevo',
    back: 'Oportunidades',
  },
};
