/** Pasar la voz, en español: textos para compartir, el enlace para un amigo, marcos para otros sitios, carteles. */
import { pluralIn } from '../words/plural.ts';
import { sentence } from '../words/sentence.ts';
import type { shareEn } from './share-en.ts';

const plural = pluralIn('es-US');

export const shareEs: typeof shareEn = {
  title: 'Pase la voz',
  lead: 'Copie este texto en un mensaje, un grupo o un boletín.',
  text: (school, title, when, url) =>
    `${sentence(`${school} busca ayuda: ${title}${when === '' ? '' : `, ${when}`}`)} Inscríbase aquí: ${url}`,
  subject: (school, title) => `${school}: ${title}`,
  copy: 'Copiar',
  copied: 'Copiado',
  email: 'Correo',
  sms: 'Mensaje de texto',
  whatsapp: 'WhatsApp',
  posterLink: 'Cartel para imprimir',
  in: (language) => `En ${language}`,
  friend: {
    title: 'Traiga a un amigo',
    lead: 'Juntos es más divertido. Este enlace lleva a lo que usted eligió, sin su nombre.',
    text: (title, when, url) => `${sentence(`Participo en ${title}${when === '' ? '' : `, ${when}`}`)} ¡Venga también! ${url}`,
    subject: (title) => `Venga también: ${title}`,
    notice: 'Alguien que le conoce participa en esto y pensó en usted.',
    mail: 'Traiga a un amigo: pase este enlace. Lleva a lo que usted eligió, sin su nombre.',
    mailLink: 'Un enlace para su amigo',
  },
  embed: {
    title: (school) => `Participe en ${school}`,
    left: (n) => plural(n, { one: 'Queda {n} lugar', other: 'Quedan {n} lugares' }),
    empty: 'Ahora mismo no hay nada abierto. Vuelva a mirar pronto.',
    all: (school) => `Ver todo lo de ${school}`,
    newTab: '(se abre en una pestaña nueva)',
  },
  poster: {
    title: (title) => `Cartel: ${title}`,
    print: 'Para imprimir, use la función de su navegador: Ctrl+P, o ⌘P en una Mac.',
    printOne: 'Es una sola página, en color o en blanco y negro.',
    paper: 'Papel',
    papers: { letter: 'Carta', a4: 'A4' },
    languages: 'Idioma',
    all: 'Todos',
    back: 'Volver',
    help: 'Necesitamos su ayuda',
    when: 'Cuándo',
    where: 'Dónde',
    what: 'Cómo puede ayudar',
    more: (n) => plural(n, { one: 'y {n} más', other: 'y {n} más' }),
    moreDays: (n) => plural(n, { one: 'y {n} día más', other: 'y {n} días más' }),
    scan: 'Escanee para inscribirse',
    or: 'o vaya a',
    ask: '¿Preguntas?',
    free: 'Sin cuenta ni aplicación. Toma un minuto.',
    door: '¡Les damos la bienvenida!',
    doorLead: 'Personal: escanee esto con su teléfono para registrar la llegada.',
    doorScan: 'Registro para el personal',
    doorHelpers: 'Si viene a ayudar, díganos su nombre al llegar.',
    qr: (url) => `Código QR para ${url}`,
  },
  desk: {
    poster: 'Cartel',
    door: 'Cartel para la puerta',
    frame: 'En el sitio web de la escuela',
    frameLead: 'Copie esto en una página de su sitio. Muestra lo que está abierto ahora, primero lo más cercano, y se mantiene al día.',
    frameLabel: 'Código para copiar',
    frameOptions:
      'Agregue &kind=event para mostrar un solo tipo (event, classroom, committee, class, items, remote), o &limit=3 para mostrar menos.',
    frameLook: 'Ver cómo queda',
    calendar: 'Su calendario, para quien se suscriba',
  },
};
