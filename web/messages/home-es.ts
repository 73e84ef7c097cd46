/** The home page and its filters, in Spanish. */
import { pluralIn } from '../words/plural.ts';
import type { homeEn } from './home-en.ts';

const plural = pluralIn('es-US');

export const homeEs: typeof homeEn = {
  home: {
    title: 'Ayude en la escuela cuando pueda',
    hero: 'Ayude en la escuela cuando pueda.',
    find: 'Buscar lo que me conviene',
    openPlaces: (n) => plural(n, { one: '{n} lugar libre', other: '{n} lugares libres' }),
    heroFigures: (places, schools) => `${places} en ${plural(schools, { one: '{n} escuela', other: '{n} escuelas' })}`,
    week: 'Se necesita ayuda esta semana',
    weekHint: 'Empiezan pronto y todavía hay lugares.',
    all: 'Todo en lo que puede participar',
    schools: 'Escuelas',
    results: (n) => plural(n, { one: '{n} resultado', other: '{n} resultados' }),
    none: 'Por ahora no hay nada así',
    noneHint: 'Pruebe con menos filtros. Siempre se agregan fechas nuevas.',
    noneYet: 'Por ahora no hay nada planeado',
    noneYetHint: 'Vuelva a visitarnos pronto. Siempre se agregan fechas nuevas.',
    seeSchool: (n) => plural(n, { zero: 'Nada por ahora', one: '{n} forma de ayudar', other: '{n} formas de ayudar' }),
    steps: [
      ['Elija un horario', 'Una hora por la tarde, un sábado, algo desde casa: la ayuda pequeña también cuenta.'],
      ['Deje su nombre y su correo', 'Sin cuenta ni contraseña. Toma alrededor de un minuto.'],
      ['Guárdelo en su calendario', 'Recibe un correo con la cita para su calendario y un enlace para cambiar o cancelar.'],
    ],
    stepsTitle: 'Cómo funciona',
  },
  filters: {
    title: '¿Qué le conviene?',
    evening: 'Por la tarde o noche',
    weekend: 'Fines de semana',
    fromHome: 'Desde casa',
    short: '90 minutos o menos',
    school: 'Escuela',
    allSchools: 'Todas las escuelas',
    kind: 'Qué tipo',
    allKinds: 'Cualquiera',
    language: 'Hablo',
    anyLanguage: 'Cualquier idioma',
    show: 'Mostrar',
    clear: 'Quitar los filtros',
  },
};
