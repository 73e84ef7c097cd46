/** Spanish: a person's yearly statement of hours. */
import type { hoursEn } from './hours-en.ts';

export const hoursEs: typeof hoursEn = {
  link: 'Constancia de sus horas',
  title: 'Sus horas',
  back: 'Sus inscripciones',
  lead: 'Una constancia de las horas que usted dio durante un año. Muchos empleadores la piden en sus programas de voluntariado.',
  years: 'Elija un año',
  schoolYear: (first, last) => `Año escolar ${first}–${last}`,
  none: 'Todavía no hay horas',
  noneHint: 'Cuando la escuela haya registrado su llegada, verá aquí sus horas.',
  uncounted: 'No se cuenta',
  uncountedHint: 'Nadie registró su llegada en esto, o no se anotó el tiempo. Si usted ayudó, pida a la escuela que anote sus horas.',
  kept: (days) => `Guardamos las inscripciones ${days} días. Guarde las constancias que pueda necesitar después.`,
  statement: {
    heading: 'Constancia de horas de voluntariado',
    person: 'Persona voluntaria',
    from: 'Desde',
    until: 'Hasta',
    given: 'Tiempo dado',
    both: (spent, hours) => `${spent} (${hours} h)`,
    day: 'Día',
    opportunity: 'Actividad',
    time: 'Tiempo',
    short: (total) => {
      const [hours, minutes] = [Math.floor(total / 60), total % 60];
      return [...(hours > 0 ? [`${hours} h`] : []), ...(minutes > 0 ? [`${minutes} min`] : [])].join(' ');
    },
    counted: 'Solo cuenta el tiempo que confirmó la escuela. Las inscripciones sin registro de llegada no se incluyen.',
    closing: 'Según nuestros registros de llegada,',
  },
};
