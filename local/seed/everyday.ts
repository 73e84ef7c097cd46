/** Everyday help of the demo district: in classrooms, on committees, in classes for parents, with things, from home. */

import { systemIds } from '#adapters/system/ids.ts';
import type { Holiday } from '#contracts/resources/holidays.ts';
import type { SlotToRepeat } from '#contracts/resources/series.ts';
import { Day } from '#contracts/values.ts';
import { dayAt } from '#domain/days.ts';
import { millis } from '#domain/time.ts';
import { holidayOn } from '#domain/volunteering/holiday-dates.ts';
import { repeatSlot } from '#domain/volunteering/repeat-slot.ts';
import { type Calendar, type Definition, id, item, published, role, shift, words, ZONE } from './making.ts';
import { cedarGrove, high, lincoln, middle } from './schools.ts';

/** The sixth date of what comes back every week does not take place. */
const CALLED_OFF = 5;

const [MONDAY, TUESDAY, WEDNESDAY, SATURDAY] = [1, 2, 3, 6] as const;

export function everyday(calendar: Calendar, holidays: readonly Holiday[]): readonly Definition[] {
  const monday = calendar.daysTo(MONDAY, 6);
  const wednesday = calendar.daysTo(WEDNESDAY, 5);
  const saturday = calendar.daysTo(SATURDAY, 11);
  return [
    everyWeekUntilJune(holidays, {
      ...published,
      opportunityId: id('opp', 'reading'),
      schoolId: cedarGrove.schoolId,
      kind: 'classroom',
      title: words('Reading helpers, first grade', 'Ayudantes de lectura, primer grado'),
      summary: words(
        'Listen to one child read for ten minutes, then the next.',
        'Escuche a un niño leer diez minutos y después al siguiente.',
      ),
      place: { name: 'Cedar Grove Elementary, room 12' },
      contact: cedarGrove.contact,
      showFirstNames: true,
      dropOutHours: 12,
      slots: [
        shift(calendar, 'reading', words('Tuesday reading', 'Lectura del martes'), [firstTuesday(calendar, holidays), '08:30', '09:30'], 3),
      ],
    }),
    {
      ...published,
      opportunityId: id('opp', 'council'),
      schoolId: lincoln.schoolId,
      kind: 'committee',
      title: words('School council: two parent seats', 'Consejo escolar: dos lugares para padres'),
      summary: words(
        'Decide with the principal how the school spends its money.',
        'Decida junto con la directora cómo gasta la escuela su dinero.',
      ),
      place: { name: 'Lincoln Elementary, library' },
      contact: lincoln.contact,
      slots: [shift(calendar, 'council', words('First meeting', 'Primera reunión'), [wednesday, '18:30', '20:00'], 2)],
    },
    {
      ...published,
      opportunityId: id('opp', 'english'),
      schoolId: lincoln.schoolId,
      kind: 'class',
      title: words('English for parents', 'Inglés para padres'),
      summary: words(
        'Six Mondays, free, with childcare in the next room.',
        'Seis lunes, gratis, con cuidado de niños en la sala de al lado.',
      ),
      place: { name: 'Lincoln Elementary, room 3' },
      contact: lincoln.contact,
      slots: [shift(calendar, 'english', words('Starts on Monday', 'Empieza el lunes'), [monday, '18:00', '19:30'], 15)],
    },
    {
      ...published,
      opportunityId: id('opp', 'finance'),
      schoolId: middle.schoolId,
      kind: 'class',
      title: words('Family finance evening', 'Noche de finanzas familiares'),
      summary: words(
        'Budget, credit, saving for college: bring your questions.',
        'Presupuesto, crédito, ahorro para la universidad: traiga sus preguntas.',
      ),
      place: { name: 'Riverbend Middle School, media center' },
      contact: middle.contact,
      slots: [shift(calendar, 'finance', words('One evening', 'Una noche'), [wednesday + 7, '18:30', '20:00'], 20)],
    },
    {
      ...published,
      opportunityId: id('opp', 'computers'),
      schoolId: high.schoolId,
      kind: 'class',
      title: words('Parent University: computers from zero', 'Universidad para padres: computación desde cero'),
      summary: words(
        'E-mail, school portal, video calls. Students help you one to one.',
        'Correo, portal escolar, videollamadas. Los estudiantes le ayudan uno a uno.',
      ),
      place: { name: 'Riverbend High School, computer lab' },
      contact: high.contact,
      slots: [shift(calendar, 'computers', words('Saturday morning', 'Sábado por la mañana'), [saturday, '09:30', '11:30'], 8)],
    },
    {
      ...published,
      opportunityId: id('opp', 'bake'),
      schoolId: cedarGrove.schoolId,
      kind: 'items',
      title: words('Book fair bake sale', 'Venta de pasteles en la feria del libro'),
      summary: words(
        'Bring something sweet to the front desk by Friday morning.',
        'Traiga algo dulce a la recepción antes del viernes por la mañana.',
      ),
      place: { name: 'Cedar Grove Elementary, front desk' },
      contact: cedarGrove.contact,
      dropOutHours: 0,
      slots: [
        item('bake', words('A dozen cupcakes', 'Una docena de panquecitos'), 8),
        item('bake', words('A pack of napkins', 'Un paquete de servilletas'), 4),
        item('bake', words('A bottle of juice', 'Una botella de jugo'), 10),
      ],
    },
    {
      ...published,
      opportunityId: id('opp', 'tables'),
      schoolId: lincoln.schoolId,
      kind: 'items',
      title: words('Lend us folding tables', 'Préstenos mesas plegables'),
      summary: words('For the carnival. We pick them up and bring them back.', 'Para la feria. Las recogemos y las devolvemos.'),
      contact: lincoln.contact,
      slots: [item('tables', words('A folding table', 'Una mesa plegable'), 12)],
    },
    {
      ...published,
      opportunityId: id('opp', 'translate'),
      schoolId: lincoln.schoolId,
      kind: 'remote',
      title: words('Translate the newsletter', 'Traducir el boletín'),
      summary: words(
        'One page a month, from English into Spanish, whenever it suits you.',
        'Una página al mes, del inglés al español, cuando le convenga.',
      ),
      contact: lincoln.contact,
      languages: ['es'],
      slots: [role('translate', words('Translator', 'Traductora o traductor'), 3)],
    },
    {
      ...published,
      opportunityId: id('opp', 'calls'),
      schoolId: middle.schoolId,
      kind: 'remote',
      title: words('Welcome calls to new families', 'Llamadas de bienvenida a familias nuevas'),
      summary: words('Four calls of ten minutes from your kitchen table.', 'Cuatro llamadas de diez minutos desde su casa.'),
      contact: middle.contact,
      slots: [
        role('calls', words('Caller, English', 'Llamadas en inglés'), 5),
        role('calls', words('Caller, Spanish', 'Llamadas en español'), 5),
      ],
    },
    {
      ...published,
      opportunityId: id('opp', 'library'),
      schoolId: middle.schoolId,
      kind: 'classroom',
      status: 'closed',
      title: words('Mend library books', 'Reparar libros de la biblioteca'),
      summary: words('Thank you: all hands we need are here.', 'Gracias: ya tenemos todas las manos que necesitamos.'),
      place: { name: 'Riverbend Middle School, library' },
      contact: middle.contact,
      slots: [shift(calendar, 'library', words('Mending table', 'Mesa de reparación'), [8, '15:30', '17:00'], 6)],
    },
  ];
}

/** Days to the first Tuesday on which there is school. */
function firstTuesday(calendar: Calendar, holidays: readonly Holiday[]): number {
  let days = calendar.daysTo(TUESDAY, 2);
  while (holidayOn(dayAt(millis(calendar.at(days, '12:00')), ZONE), holidays)) days += 7;
  return days;
}

/** As staff do it at the desk: its only slot is repeated until the school year ends, but on holidays, and one date is called off. */
function everyWeekUntilJune(holidays: readonly Holiday[], definition: Definition): Definition {
  const [slot] = definition.slots;
  if (slot?.startsAt === undefined) throw new Error('what is repeated has a date');
  const first = dayAt(millis(slot.startsAt), ZONE);
  // for two months at least
  const year = Number(first.slice(0, 4)) + (first.slice(5) < '04-11' ? 0 : 1);
  const wanted: SlotToRepeat = { slotId: slot.slotId, unit: 'week', every: 1, until: Day.parse(`${year}-06-11`), without: [...holidays] };
  const repeated = repeatSlot(definition, wanted, { zone: ZONE, ids: systemIds });
  if (!repeated.ok) throw new Error(JSON.stringify(repeated.fields));
  const slots = repeated.definition.slots.map((one, index) => (index === CALLED_OFF ? { ...one, calledOff: true as const } : one));
  return { ...repeated.definition, slots };
}
