/** Feedback after taking part, in Spanish: for who gives it, in their mail of thanks, and for staff who read it. */
import { pluralIn } from '../words/plural.ts';
import type { feedbackEn } from './feedback-en.ts';

const plural = pluralIn('es-US');

export const feedbackEs: typeof feedbackEn = {
  problems: {
    'feedback.too-early': 'Podrá decirnos cómo le fue cuando haya empezado.',
    'feedback.not-there': 'Esta vez la escuela no le vio allí. Si es un error, por favor dígaselo.',
    'feedback.over': 'Ya terminó el plazo para contarnos sobre esto.',
  },
  scores: ['Mal', 'Podría ser mejor', 'Regular', 'Bien', 'Muy bien'],
  link: '¿Cómo le fue?',
  letter: {
    subject: (what, day) => `Gracias por participar: ${what ?? day}`,
    lead: (day) => `Gracias por estar allí el ${day}. Significa mucho para los niños y para toda la escuela.`,
    time: 'Su tiempo',
    questions: '¿Nos cuenta cómo le fue? Son dos preguntas cortas, toman un minuto.',
    button: '¿Cómo le fue?',
    about: (what) => `¿Cómo le fue? ${what}`,
    manage: 'Todas sus inscripciones',
  },
  page: {
    title: (what) => `¿Cómo le fue? ${what}`,
    lead: 'Gracias por participar. Son dos preguntas cortas, para hacerlo mejor la próxima vez.',
    score: '¿Cómo le fue?',
    scoreMissing: 'Elija una respuesta',
    text: '¿Qué deberíamos repetir o cambiar?',
    textHint: 'Por favor, no escriba nombres, sobre todo de niños.',
    named: 'Mostrar mi nombre junto a lo que escribí',
    namedHint: 'Si no lo marca, la escuela no ve quién lo escribió.',
    send: 'Enviar',
    sending: 'Enviando…',
    change: 'Guardar el cambio',
    until: (when) => `Puede cambiar su respuesta hasta el ${when}.`,
    opensAt: (when) => `Empieza el ${when}.`,
    given: 'Gracias. La escuela ya tiene su respuesta.',
    back: 'Mis inscripciones',
    ask: 'A quién preguntar',
    box: (school) => `¿Algo más para ${school}? Póngalo en el buzón de sugerencias`,
  },
  desk: {
    link: 'Opiniones',
    title: 'Opiniones',
    titleOf: (what) => `Opiniones: ${what}`,
    lead: 'Cómo les fue a quienes participaron. Se les pregunta por correo a la mañana siguiente.',
    schools: 'Escuelas',
    none: 'Todavía no hay respuestas. A todas las personas que participan se les pregunta por correo a la mañana siguiente.',
    noneYet:
      'Todavía no hay respuestas. A quienes participaron se les pregunta por correo a la mañana siguiente, y pueden responder durante 30 días.',
    opportunities: 'Oportunidades',
    opportunity: 'Oportunidad',
    scores: 'Cómo les fue',
    score: 'Respuesta',
    answers: 'Respuestas',
    average: 'Promedio',
    averageHint: 'De 1, mal, a 5, muy bien. Hacen falta cinco respuestas para un promedio.',
    averageOf: (average, n) => `En promedio ${average} de 5, con ${plural(n, { one: '{n} respuesta', other: '{n} respuestas' })}.`,
    noAverage: (n) => `${plural(n, { one: '{n} respuesta', other: '{n} respuestas' })} hasta ahora. Hacen falta cinco para un promedio.`,
    chart: (told) => `Cuántas personas dieron cada respuesta. ${told}`,
    answered: (n, asked) =>
      asked < n
        ? plural(n, { one: '{n} persona respondió', other: '{n} personas respondieron' })
        : `${plural(asked, { one: 'Participó {n} persona', other: 'Participaron {n} personas' })}, ${plural(n, { one: '{n} respondió', other: '{n} respondieron' })}`,
    comments: 'Qué repetir o cambiar',
    commentsHint: 'El nombre aparece solo si la persona lo marcó. Por favor, no adivine quién escribió lo demás.',
    noComments: 'Aquí nadie escribió nada.',
    older: 'Anteriores',
    latest: 'Las más recientes',
    toSchool: 'Opiniones de la escuela',
  },
};
