/** Events of the demo district: the carnival, a field trip, a concert, judges, a garden, and one whose sign-up opens later. */
import { type Calendar, type Definition, id, published, role, shift, words } from './making.ts';
import { cedarGrove, high, lincoln, middle } from './schools.ts';

const SATURDAY = 6;
const THURSDAY = 4;

export function events(calendar: Calendar): readonly Definition[] {
  const carnival = calendar.daysTo(SATURDAY, 18);
  const garden = calendar.daysTo(SATURDAY, 4);
  const trip = calendar.daysTo(THURSDAY, 9);
  const fair = calendar.daysTo(THURSDAY, 12);
  const at = (name: string) => (label: { en: string; es: string }, day: number, from: string, to: string, capacity: number) =>
    shift(calendar, name, label, [day, from, to], capacity);
  const carnivalShift = at('carnival');
  const tripShift = at('trip');
  const fairShift = at('fair');
  return [
    {
      ...published,
      opportunityId: id('opp', 'carnival'),
      schoolId: lincoln.schoolId,
      kind: 'event',
      title: words('Spring Carnival', 'Feria de primavera'),
      summary: words(
        'Games, cake and music for the whole school. One hour of your time keeps a booth open.',
        'Juegos, pastel y música para toda la escuela. Una hora de su tiempo mantiene abierto un puesto.',
      ),
      description: words(
        'The carnival pays for the new playground. Every booth needs two or three adults; you get a short introduction when you arrive, and there is coffee in the gym kitchen. Bring comfortable shoes. Children can play while you help.',
        'La feria ayuda a pagar el nuevo patio de juegos. Cada puesto necesita dos o tres adultos; al llegar le explicamos todo y hay café en la cocina del gimnasio. Traiga zapatos cómodos. Los niños pueden jugar mientras usted ayuda.',
      ),
      place: { name: 'Lincoln Elementary, gym and playground' },
      contact: lincoln.contact,
      slots: [
        carnivalShift(words('Set-up', 'Montaje'), carnival, '08:00', '10:00', 10),
        carnivalShift(words('Ticket booth', 'Venta de boletos'), carnival, '10:00', '12:00', 4),
        carnivalShift(words('Game booths, morning', 'Juegos, mañana'), carnival, '10:00', '12:00', 12),
        carnivalShift(words('Face painting', 'Pintacaritas'), carnival, '10:00', '13:00', 5),
        carnivalShift(words('Cake walk', 'Baile del pastel'), carnival, '11:00', '12:30', 3),
        carnivalShift(words('Game booths, afternoon', 'Juegos, tarde'), carnival, '12:00', '14:00', 12),
        carnivalShift(words('Food stand', 'Puesto de comida'), carnival, '11:30', '14:00', 6),
        carnivalShift(words('Clean-up', 'Limpieza'), carnival, '14:00', '15:30', 10),
      ],
      questions: [
        {
          kind: 'choice',
          questionId: id('qst', 'carnival shirt'),
          text: words(
            'Which T-shirt size do you wear? Helpers get one.',
            '¿Qué talla de camiseta usa? Regalamos una a cada persona que ayuda.',
          ),
          required: true,
          choices: [
            { value: 'S', text: words('Small', 'Chica') },
            { value: 'M', text: words('Medium', 'Mediana') },
            { value: 'L', text: words('Large', 'Grande') },
            { value: 'XL', text: words('Extra large', 'Extra grande') },
          ],
        },
        {
          kind: 'text',
          questionId: id('qst', 'carnival food'),
          text: words(
            'Anything you can’t eat? We bring lunch for long shifts.',
            '¿Hay algo que no pueda comer? Llevamos almuerzo para los turnos largos.',
          ),
          required: false,
        },
        {
          kind: 'yes-no',
          questionId: id('qst', 'carnival lifting'),
          text: words('Can you lift tables and boxes?', '¿Puede levantar mesas y cajas?'),
          required: false,
        },
      ],
    },
    {
      ...published,
      opportunityId: id('opp', 'trip'),
      schoolId: lincoln.schoolId,
      kind: 'event',
      title: words('Science museum trip, third grade', 'Visita al museo de ciencias, tercer grado'),
      summary: words('Walk with a small group through the museum.', 'Acompañe a un grupo pequeño por el museo.'),
      place: { name: 'Prairie Science Museum', address: '900 Museum Drive, Springfield, IL' },
      contact: lincoln.contact,
      slots: [
        tripShift(words('Chaperone, bus 1', 'Acompañante, autobús 1'), trip, '08:15', '14:30', 4),
        tripShift(words('Chaperone, bus 2', 'Acompañante, autobús 2'), trip, '08:15', '14:30', 4),
      ],
      limitPerPerson: 2,
      dropOutHours: 48,
    },
    {
      ...published,
      opportunityId: id('opp', 'concert'),
      schoolId: high.schoolId,
      kind: 'event',
      title: words('Orchestra concert', 'Concierto de la orquesta'),
      summary: words('Greet guests, hand out programs, enjoy the music.', 'Reciba al público, reparta programas y disfrute de la música.'),
      place: { name: 'Riverbend High School, auditorium' },
      contact: high.contact,
      slots: [
        shift(calendar, 'concert', words('Ushers', 'Acomodadores'), [3, '18:00', '20:30'], 6),
        shift(calendar, 'concert', words('Refreshments', 'Bebidas y bocadillos'), [3, '18:00', '19:30'], 4),
      ],
    },
    {
      ...published,
      opportunityId: id('opp', 'fair'),
      schoolId: middle.schoolId,
      kind: 'event',
      title: words('Science fair judges', 'Jurado de la feria de ciencias'),
      summary: words(
        'You don’t need to be a scientist. Ask good questions.',
        'No hace falta ser científico. Basta con hacer buenas preguntas.',
      ),
      place: { name: 'Riverbend Middle School, cafeteria' },
      contact: middle.contact,
      slots: [
        fairShift(words('Judge, early evening', 'Jurado, primera hora'), fair, '17:30', '19:00', 8),
        fairShift(words('Judge, late evening', 'Jurado, segunda hora'), fair, '19:00', '20:30', 8),
      ],
    },
    {
      ...published,
      opportunityId: id('opp', 'garden'),
      schoolId: cedarGrove.schoolId,
      kind: 'event',
      title: words('School garden Saturday', 'Sábado en el huerto escolar'),
      summary: words(
        'Ninety minutes of digging and planting. Children are welcome.',
        'Noventa minutos para cavar y plantar. Puede venir con sus hijos.',
      ),
      place: { name: 'Cedar Grove Elementary, garden behind the library' },
      contact: cedarGrove.contact,
      slots: [
        shift(calendar, 'garden', words('First group', 'Primer grupo'), [garden, '09:00', '10:30'], 12),
        shift(calendar, 'garden', words('Second group', 'Segundo grupo'), [garden, '10:30', '12:00'], 12),
      ],
      dropOutHours: 0,
    },
    {
      ...published,
      opportunityId: id('opp', 'graduation'),
      schoolId: high.schoolId,
      kind: 'event',
      title: words('Graduation evening', 'Noche de graduación'),
      summary: words('Seats, flowers and a warm welcome for every family.', 'Asientos, flores y una cálida bienvenida para cada familia.'),
      place: { name: 'Riverbend High School, stadium' },
      contact: high.contact,
      opensAt: calendar.at(5, '08:00'),
      slots: [
        shift(calendar, 'graduation', words('Seating', 'Ubicación del público'), [40, '17:00', '19:00'], 20),
        shift(calendar, 'graduation', words('Parking', 'Estacionamiento'), [40, '16:30', '18:30'], 12),
        role('graduation', words('Make corsages at home', 'Hacer ramilletes en casa'), 8),
      ],
    },
  ];
}
