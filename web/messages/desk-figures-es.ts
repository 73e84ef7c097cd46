/** Spanish: how volunteering stands. */
import { pluralIn } from '../words/plural.ts';
import type { DeskFiguresMessages } from './desk-figures-en.ts';

const plural = pluralIn('es-US');

export const deskFiguresEs: DeskFiguresMessages = {
  title: 'Voluntariado',
  schools: 'Escuelas',
  all: 'Todas las escuelas',
  wall: 'Pantalla de pared',
  leaveWall: 'Salir de la pantalla de pared',
  none: 'Aún no tiene ninguna escuela. Pida a la administración del distrito que añada sus escuelas.',
  tiles: {
    gaps: 'Necesitan ayuda esta semana',
    gapsNote: (places) => plural(places, { one: 'Hay {n} lugar libre', other: 'Hay {n} lugares libres' }),
    filled: 'Ocupado en los próximos 14 días',
    filledNote: (taken, capacity) => `${taken} de ${capacity} lugares`,
    hours: 'Horas dadas este año escolar',
    hoursNote: (hours) => `${hours} más prometidas`,
    value: 'Lo que valen',
    people: 'Personas que ayudan este mes',
    peopleNote: (n) => plural(n, { one: '{n} de ellas es nueva', other: '{n} de ellas son nuevas' }),
  },
  heat: {
    title: 'Qué tan llenos están los días',
    label: (taken, capacity) => `En las próximas cuatro semanas están ocupados ${taken} de ${capacity} lugares.`,
    legend: 'Cada campo es un día: la parte de los lugares ocupada. Cuanto más oscuro, más personas faltan.',
    empty: 'No hay nada previsto para las próximas cuatro semanas.',
    percent: (n) => `${n} %`,
    cell: (taken, capacity) => `${taken} de ${capacity}`,
    day: 'Día',
  },
  gaps: {
    title: 'Necesitan ayuda en los próximos siete días',
    empty: 'Todo está lleno en los próximos siete días, o no hay nada previsto.',
    places: (n) => plural(n, { one: '{n} lugar libre', other: '{n} lugares libres' }),
    taken: (taken, capacity) => `${taken} de ${capacity} ocupados`,
    more: (n) => plural(n, { one: 'Y {n} más.', other: 'Y {n} más.' }),
  },
  people: {
    title: 'Personas que ayudan, por mes',
    label: (fresh, returning) => `Este mes ${fresh} personas son nuevas y ${returning} ya habían ayudado.`,
    fresh: 'Nuevas',
    returning: 'Ya habían ayudado',
    month: 'Mes',
    signUps: 'Inscripciones',
    cancelled: 'Canceladas',
    bySchool: 'Quien ayuda en dos escuelas cuenta en ambas.',
    how: 'Una persona es nueva en el primer mes en que tiene un lugar en el distrito.',
  },
  hours: {
    title: (from, to) => `Año escolar ${from}–${to}`,
    school: 'Escuela',
    places: 'Lugares ocupados',
    given: 'Horas dadas',
    ahead: 'Horas prometidas',
    value: 'Valor',
    together: 'En total',
    note: (worth, year) =>
      `Las horas cuentan cuando su día ha pasado: lugares ocupados por la duración del turno. Una hora vale ${worth}, el cálculo para ${year} de`,
    source: 'Independent Sector',
  },
  figures: {
    title: 'Cifras',
    rebuild: 'Contar todo de nuevo',
    hint: 'Cuenta otra vez todos los turnos a partir de las inscripciones. Estas cifras se quedan hasta que las nuevas estén listas.',
    making: (moment) => `Se preparan cifras nuevas desde el ${moment}.`,
    made: (moment) => `Contado de nuevo el ${moment}.`,
    done: 'Estamos contando todo de nuevo. Puede tardar unos minutos.',
  },
};
