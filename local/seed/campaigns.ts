/** The demo's campaigns: a playground under way, uniforms nearly there, library books that were bought. */
import type { Campaign } from '#contracts/resources/campaign.ts';
import { type Calendar, id, words } from './making.ts';
import { high, lincoln, middle } from './schools.ts';

const level = (
  campaign: string,
  name: { en: string; es: string },
  dollars: number,
  benefits: readonly { en: string; es: string }[],
  more: { readonly worth?: number; readonly limit?: number } = {},
): Campaign['levels'][number] => ({
  levelId: id('lvl', `${campaign} ${name.en}`),
  name,
  amountCents: dollars * 100,
  benefits: [...benefits],
  benefitValueCents: (more.worth ?? 0) * 100,
  ...(more.limit !== undefined && { limit: more.limit }),
});

const buys = (en: string, es: string, dollars: number) => ({ label: words(en, es), priceCents: dollars * 100 });

const ON_WALL = words('Your name and logo on the sponsor wall', 'Su nombre y logotipo en el muro de patrocinadores');
const THANKS = words('Thanks by name in the school newsletter', 'Agradecimiento por su nombre en el boletín de la escuela');

const fundraising = {
  name: 'Dana Whitfield',
  email: 'partnership@riverbend.example',
  phone: '(555) 010-0140',
};

export function campaigns(calendar: Calendar): readonly Omit<Campaign, 'version'>[] {
  return [
    {
      campaignId: id('cmp', 'playground'),
      slug: 'lincoln-playground',
      schoolId: lincoln.schoolId,
      status: 'open',
      title: words('New playground for Lincoln Elementary', 'Un patio de juegos nuevo para Lincoln Elementary'),
      summary: words(
        'Swings, a climbing wall and ground that is soft to fall on, for 412 children.',
        'Columpios, un muro para escalar y un suelo blando para caer, para 412 niños.',
      ),
      story: words(
        'The old playground was closed in September: the posts are rusted through, and the gravel turns to mud. Since then 412 children share one half of a basketball court at recess.\n\nThe district pays for the fence and the drainage. What stands inside it is up to all of us. Work begins when the goal is reached, over spring break, with parents who have already signed up to help.',
        'El patio viejo se cerró en septiembre: los postes están oxidados y la grava se vuelve lodo. Desde entonces, 412 niños comparten media cancha de baloncesto en el recreo.\n\nEl distrito paga la cerca y el drenaje. Lo que va adentro depende de todos. Las obras empiezan cuando se alcance la meta, en las vacaciones de primavera, con madres y padres que ya se inscribieron para ayudar.',
      ),
      illustration: 'playground',
      buys: [
        buys('Swings for six, two of them with full support', 'Columpios para seis, dos de ellos con respaldo completo', 8_600),
        buys('Climbing wall with three routes', 'Muro para escalar con tres rutas', 9_400),
        buys('Slide and platform, reachable by wheelchair', 'Resbaladilla y plataforma, accesibles en silla de ruedas', 12_500),
        buys('Soft surfacing, 2,100 square feet', 'Suelo blando, 195 metros cuadrados', 15_500),
        buys('Two benches and a shade sail', 'Dos bancas y una vela de sombra', 2_000),
      ],
      goalCents: 4_800_000,
      opensAt: calendar.at(-45, '08:00'),
      closesAt: calendar.at(75, '20:00'),
      levels: [
        level(
          'playground',
          words('Platinum', 'Platino'),
          10_000,
          [words('The climbing wall carries your name for five years', 'El muro para escalar lleva su nombre cinco años'), ON_WALL, THANKS],
          { worth: 500, limit: 1 },
        ),
        level(
          'playground',
          words('Gold', 'Oro'),
          2_500,
          [
            words('A plaque on a bench', 'Una placa en una banca'),
            ON_WALL,
            words('Four tickets for the opening breakfast', 'Cuatro boletos para el desayuno de inauguración'),
            THANKS,
          ],
          { worth: 80, limit: 4 },
        ),
        level('playground', words('Silver', 'Plata'), 1_000, [ON_WALL, THANKS]),
        level('playground', words('Bronze', 'Bronce'), 250, [
          words('Your name on the sponsor wall', 'Su nombre en el muro de patrocinadores'),
        ]),
      ],
      contact: fundraising,
    },
    {
      campaignId: id('cmp', 'uniforms'),
      slug: 'track-and-soccer-uniforms',
      schoolId: high.schoolId,
      status: 'open',
      title: words('Uniforms for track and soccer', 'Uniformes para atletismo y fútbol'),
      summary: words(
        'So that nobody sits out a season for the price of a jersey.',
        'Para que nadie se quede fuera por el precio de un uniforme.',
      ),
      story: words(
        'A uniform costs $85, and one in four of our athletes has asked to pay later or not to take part. With this campaign the school owns the uniforms and lends them.',
        'Un uniforme cuesta $85 y uno de cada cuatro atletas pidió pagar después o no participar. Con esta campaña la escuela tiene los uniformes y los presta.',
      ),
      illustration: 'uniforms',
      buys: [
        buys('60 track uniforms', '60 uniformes de atletismo', 5_100),
        buys('44 soccer uniforms', '44 uniformes de fútbol', 3_740),
        buys('Washing and mending for three years', 'Lavado y arreglos por tres años', 660),
      ],
      goalCents: 950_000,
      opensAt: calendar.at(-60, '08:00'),
      closesAt: calendar.at(9, '20:00'),
      levels: [
        level(
          'uniforms',
          words('Season sponsor', 'Patrocinador de la temporada'),
          2_000,
          [words('Your name on a banner at home games', 'Su nombre en una lona en los partidos de casa'), ON_WALL],
          { worth: 120, limit: 3 },
        ),
        level('uniforms', words('Team sponsor', 'Patrocinador del equipo'), 500, [ON_WALL]),
      ],
      contact: { ...fundraising, name: 'Denise Tran', email: 'high@riverbend.example' },
    },
    {
      campaignId: id('cmp', 'books'),
      slug: 'library-books',
      schoolId: middle.schoolId,
      status: 'closed',
      title: words('A library with books from this century', 'Una biblioteca con libros de este siglo'),
      summary: words('800 new books, a third of them in Spanish.', '800 libros nuevos, un tercio de ellos en español.'),
      story: words(
        'The average book in the library was 27 years old. Students made the list of what they want to read; the librarian made it fit the shelves.',
        'El libro promedio de la biblioteca tenía 27 años. Los estudiantes hicieron la lista de lo que quieren leer; la bibliotecaria la ajustó a los estantes.',
      ),
      illustration: 'books',
      buys: [buys('800 books', '800 libros', 9_600), buys('Two reading corners', 'Dos rincones de lectura', 1_400)],
      goalCents: 1_100_000,
      opensAt: calendar.at(-220, '08:00'),
      closesAt: calendar.at(-70, '20:00'),
      levels: [
        level('books', words('Shelf sponsor', 'Patrocinador de un estante'), 1_000, [
          words('Your name on a shelf', 'Su nombre en un estante'),
        ]),
        level('books', words('Book sponsor', 'Patrocinador de libros'), 250, [
          words('Your name inside ten books', 'Su nombre en diez libros'),
        ]),
      ],
      contact: { ...fundraising, name: 'Marcus Bell', email: 'middle@riverbend.example' },
      impact: words(
        'All 812 books are on the shelves. In the first six weeks students borrowed 2,340 times, three times as often as in the same weeks last year, and every second loan was a book from the student list.',
        'Los 812 libros están en los estantes. En las primeras seis semanas los estudiantes pidieron prestado 2,340 veces, el triple que en las mismas semanas del año pasado, y uno de cada dos préstamos fue de la lista de los estudiantes.',
      ),
    },
  ];
}
