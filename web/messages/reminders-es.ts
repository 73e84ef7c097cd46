/** Spanish: reminders of what is to come, and what people choose about their mails. */
import { pluralIn } from '../words/plural.ts';
import type { remindersEn } from './reminders-en.ts';

const plural = pluralIn('es-US');
const inDays = (n: number): string => plural(n, { zero: 'hoy', one: 'mañana', other: 'dentro de {n} días' });
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const remindersEs: typeof remindersEn = {
  letter: {
    subject: (days, day, what, n) =>
      `${capital(inDays(days))}, ${day}: ${what ?? plural(n, { one: 'su inscripción', other: 'sus {n} inscripciones' })}`,
    lead: (days, n) =>
      plural(n, {
        one: `Usted se inscribió para algo ${inDays(days)}. Aquí está lo que necesita saber. ¡Gracias por ayudar!`,
        other: `Usted se inscribió para {n} cosas ${inDays(days)}. Aquí está lo que necesita saber. ¡Gracias por ayudar!`,
      }),
    part: (title, school) => `${title} · ${school}`,
    moved:
      'Un horario cambió después de que usted se inscribió, y todavía no sabemos si le conviene. En su página basta un toque para decir que sí.',
    cannotCome: '¿No puede venir? Devuelva su lugar para que otra persona pueda ayudar:',
    manage: 'No puedo venir, o algo cambia',
    ask: 'A quién preguntar',
  },
  link: 'Elegir qué correos recibe',
  fewer: 'Menos correos, o en otro idioma',
  mails: {
    title: 'Sus correos',
    back: 'Mis inscripciones',
    lead: 'Elija qué correos recibe. Vale para todas sus inscripciones, en todas las escuelas.',
    saved: 'Guardado. Vale a partir del próximo correo.',
    reminders: 'Recordatorios antes del día',
    wanted: {
      all: ['Todos', 'Por lo general, tres días y un día antes'],
      last: ['Solo el último', 'Por lo general, el día antes'],
      none: ['Ninguno', 'Lo que guardó en su calendario se queda'],
    },
    afterwards: 'Después del día',
    thanks: 'Un agradecimiento por haber participado',
    thanksHint: 'Uno por día, con dos preguntas cortas.',
    language: 'Idioma de sus correos',
    asSignedUp: 'El idioma en que me inscribo',
    save: 'Guardar',
    saving: 'Guardando…',
    tooMany: '¿Demasiados correos?',
    stop: 'Solo lo necesario',
    stopHint: 'No recibirá más recordatorios ni agradecimientos. Puede volver a pedirlos aquí cuando quiera.',
    stopped: 'Recibe solo lo necesario.',
    always: 'Lo que recibe en todo caso',
    necessary: [
      'Confirmaciones cuando usted se inscribe, cambia algo o cancela',
      'Avisos cuando cambia o se suspende algo a lo que se inscribió',
      'Un lugar que queda libre para usted mientras espera',
      'Lo que la escuela escribe a quienes se inscribieron',
      'Su enlace, cuando lo pide',
      'Todo sobre promesas y donaciones de dinero',
    ],
    errors: { reminders: 'Elija una de estas opciones', language: 'Elija un idioma de esta lista' },
  },
};
