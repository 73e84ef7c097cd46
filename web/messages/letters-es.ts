/** Spanish: the words of mails. */
import { pluralIn } from '../words/plural.ts';
import { sentence } from '../words/sentence.ts';
import type { lettersEn } from './letters-en.ts';

const plural = pluralIn('es-US');
const places = (n: number): string => plural(n, { one: '{n} lugar', other: '{n} lugares' });

export const lettersEs: typeof lettersEn = {
  greeting: (name) => `Hola, ${name}:`,
  places,
  confirmation: {
    subject: (title) => `Su inscripción: ${title}`,
    preview: (n) => plural(n, { one: 'Su lugar está confirmado.', other: 'Sus {n} horarios están confirmados.' }),
    lead: (title, school) => `Su inscripción en ${title}, de ${school}, está confirmada. Gracias por su ayuda.`,
    yours: 'Usted participa en',
    notGiven: 'No se pudo dar',
    alternatives: 'Vea dónde todavía hay lugares',
    calendar: 'Este correo trae la cita para su calendario.',
  },
  move: {
    subject: (title) => `Su nuevo horario: ${title}`,
    lead: (title, school) => `Cambiamos su inscripción en ${title}, de ${school}.`,
    now: 'Su nuevo horario',
    before: 'Antes',
    calendar: 'Este correo trae la cita para su calendario y reemplaza la anterior.',
  },
  resized: {
    subject: (title, n) => `Ahora ${places(n)}: ${title}`,
    lead: (title, school, before, now) =>
      `Su inscripción en ${title}, de ${school}, ahora tiene ${places(now)}. Antes tenía ${places(before)}.`,
    now: 'Usted participa en',
  },
  cancellation: {
    subject: (title) => `Cancelada: ${title}`,
    lead: (title, school) => `Su inscripción en ${title}, de ${school}, está cancelada. Gracias por avisar a tiempo.`,
    was: 'Lo que usted devolvió',
    again: '¿Cambió de opinión? Vea si todavía hay lugares',
    calendar: 'La cita se borra de su calendario.',
    several: {
      lead: (title, school) => `Estas fechas de su inscripción en ${title}, de ${school}, están canceladas. Gracias por avisar a tiempo.`,
      calendar: 'Abra lo que viene con este correo para quitar las fechas de su calendario.',
    },
    byStaff: {
      lead: (title, school) => `${school} canceló su inscripción en ${title}. ¿Preguntas? Responda a este correo.`,
      was: 'Lo que se canceló',
      again: 'Vea dónde hay lugares',
    },
  },
  link: {
    subject: 'Su enlace a sus inscripciones',
    lead: 'Este es el enlace que pidió. Con él puede ver, cambiar o cancelar sus inscripciones.',
    upcoming: (n) =>
      plural(n, {
        zero: 'No tiene inscripciones próximas.',
        one: 'Tiene {n} inscripción próxima.',
        other: 'Tiene {n} inscripciones próximas.',
      }),
    notYou: '¿No lo pidió usted? Entonces puede ignorar este correo. No se cambió nada.',
  },
  manage: 'Ver, cambiar o cancelar',
  manageHint: 'Este enlace es solo suyo. Por favor, no lo comparta.',
  where: 'Dónde',
  when: 'Cuándo',
  what: 'Qué',
  until: (when) => sentence(`Puede cambiar o cancelar hasta el ${when}`),
  note: 'Tome en cuenta',
  changes: 'Cambios',
  reason: 'Por qué',
  why: (district) => `Recibe este correo porque con su dirección se hizo una inscripción en ${district}.`,
};
