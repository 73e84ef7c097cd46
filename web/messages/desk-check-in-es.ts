/** Spanish: check-in at the door, for staff. */
import { pluralIn } from '../words/plural.ts';
import type { deskCheckInEn } from './desk-check-in-en.ts';

const plural = pluralIn('es-US');

export const deskCheckInEs: typeof deskCheckInEn = {
  title: (opportunity) => `Registro de llegada: ${opportunity}`,
  open: 'Registrar llegadas en la puerta',
  atDoor: 'Llegada y horas',
  roster: 'Quién viene',
  days: 'Días',
  otherDays: (n) => plural(n, { one: '{n} día más', other: '{n} días más' }),
  noDay: 'Sin día',
  noSlots: 'Todavía no hay turnos.',
  search: 'Buscar un nombre',
  searchDo: 'Buscar',
  everybody: 'Mostrar a todos',
  noneFound: 'No hay ningún nombre así en la lista. Agréguelo abajo, en “No está en la lista”.',
  scanned: 'Usted abrió su código de llegada.',
  scannedGone: 'La inscripción de este código se canceló o pasó a otro turno. Busque el nombre en la lista.',
  here: (here, all) => `${here} de ${all} presentes`,
  places: (places) => plural(places, { one: '{n} lugar', other: '{n} lugares' }),
  calledOff: 'Esto se canceló: no se espera a nadie. A quien ayudó de todos modos se le puede registrar, y sus horas cuentan.',
  opens: (when) => `El registro de llegada abre ${when}.`,
  checkIn: 'Registrar',
  missed: 'Faltó',
  undo: 'Deshacer',
  forName: (act, name) => `${act}: ${name}`,
  said: { attended: 'Presente', missed: 'Faltó', open: '' },
  saidAt: (said, time) => `${said}, ${time}`,
  hours: 'Horas',
  minutes: 'Minutos que ayudó',
  minutesHint: (length) =>
    length === 0 ? 'Este turno no tiene una duración propia.' : `Déjelo vacío para todo el turno: ${length} minutos.`,
  minutesDo: 'Guardar los minutos',
  rest: 'Los demás faltaron',
  restAsk: (people) =>
    plural(people, {
      one: '{n} persona no está marcada. Quedará anotada como ausente. Quien se registre después, en cualquier teléfono, cuenta como presente.',
      other:
        '{n} personas no están marcadas. Quedarán anotadas como ausentes. Quien se registre después, en cualquier teléfono, cuenta como presente.',
    }),
  restDo: 'Sí, los demás faltaron',
  restUndo: 'Deshacer “los demás faltaron”',
  walkIn: 'No está en la lista',
  walkInLead: 'Agregue a alguien que acaba de llegar. Queda registrado enseguida y recibe la confirmación por correo.',
  walkInDo: 'Agregar y registrar',
  makeRoom: 'Si está completo, agregar lugares',
  slotOpen: (slot, left) => `${slot} (${left === 0 ? 'completo' : plural(left, { one: '{n} lugar libre', other: '{n} lugares libres' })})`,
  done: {
    markRest: 'Anotado. Todavía puede registrar a quien llegue.',
    addWalkIn: 'Agregado y registrado.',
  },
  wrongMinutes: 'Escriba minutos enteros, de 0 a 1,440',
  gone: 'No se cambió nada: esta inscripción se canceló o pasó a otro turno entretanto. Aquí ve cómo está ahora.',
  net: {
    given: { one: '{n} minuto', other: '{n} minutos' },
    waiting: { one: '{n} marca espera para enviarse', other: '{n} marcas esperan para enviarse' },
    offline: 'Sin red. Puede seguir; deje esta página abierta o vuelva a ella más tarde.',
    signIn: 'Su sesión terminó. No se pierde nada: entre de nuevo y las marcas se envían.',
    signInLink: 'Entrar de nuevo',
    foreign: 'Algunas marcas son de una escuela que no es la suya. Se conservan: entre como quien las hizo.',
    sent: 'Todo está enviado.',
    refused: {
      one: '{n} marca no se pudo guardar: la inscripción se canceló o pasó a otro turno.',
      other: '{n} marcas no se pudieron guardar: las inscripciones se cancelaron o pasaron a otro turno.',
    },
  },
};
