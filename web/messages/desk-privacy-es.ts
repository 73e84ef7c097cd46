/** Spanish: privacy requests. */
import type { deskPrivacyEn } from './desk-privacy-en.ts';

export const deskPrivacyEs: typeof deskPrivacyEn = {
  title: 'Privacidad',
  lead: 'Cuando alguien pregunta qué se guarda de su persona: mírelo y entrégueselo.',
  find: 'Buscar a una persona',
  email: 'Su correo',
  wrong: 'Escriba un correo, como nombre@ejemplo.com',
  found: 'Lo que se guarda',
  nobody: 'No se guarda nada de esta dirección.',
  signUps: 'Inscripciones',
  signUpsHint: 'Cada una se borra sola el día que dice.',
  opportunity: 'Oportunidad',
  states: { pending: 'Sin decidir', confirmed: 'Confirmada', cancelled: 'Cancelada', refused: 'No concedida' },
  keptUntil: (day) => `se guarda hasta el ${day}`,
  money: 'Promesas y donaciones',
  moneyHint: 'La ley pide al distrito que guarde esto para sus libros.',
  gift: (amount) => `Donación de ${amount}`,
  export: 'Descargar como archivo',
  exportHint: 'Entregue el archivo a la persona y a nadie más. El historial guarda que lo hizo.',
};
