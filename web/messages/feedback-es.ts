/** Feedback after taking part, in Spanish: for who gives it, in their mail of thanks, and for staff who read it. */
import type { feedbackEn } from './feedback-en.ts';

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
};
