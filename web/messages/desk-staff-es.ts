/** Spanish: the staff directory, and the mail to who is new in it. */
import type { deskStaffEn } from './desk-staff-en.ts';

export const deskStaffEs: typeof deskStaffEn = {
  title: 'Personal',
  lead: 'Quién puede entrar al escritorio y qué puede hacer allí cada persona.',
  none: 'Todavía no hay nadie en la lista.',
  columns: { name: 'Nombre', email: 'Correo', role: 'Función', schools: 'Escuelas', since: 'Desde', state: 'Acceso' },
  active: 'Puede entrar',
  inactive: 'No puede entrar',
  allSchools: 'Todas las escuelas',
  noSchools: 'Ninguna todavía',
  unknownSchool: 'Una escuela que ya no está',
  change: (name) => `Cambiar: ${name}`,
  invite: 'Invitar a alguien',
  inviteHint: 'Recibe un correo con la dirección del escritorio. Entra con su cuenta del distrito.',
  language: 'Idioma del correo',
  mayEnter: 'Puede entrar al escritorio',
  mayEnterHint: 'Sin la marca, su sesión termina de inmediato en todas partes.',
  schoolsHint:
    'Un coordinador trabaja para estas escuelas. Quien solo consulta y no tiene ninguna ve todas. Un administrador tiene todas las escuelas.',
  roleHints: {
    admin: 'Todo en el distrito, también el personal y la privacidad.',
    coordinator: 'Prepara y dirige lo de sus escuelas.',
    viewer: 'Mira cifras, no cambia nada.',
  },
  save: 'Guardar',
  send: 'Invitar',
  errors: {
    email: 'Escriba un correo, como nombre@ejemplo.com',
    name: 'Escriba un nombre',
    role: 'Elija una función',
    schools: 'Elija escuelas de la lista',
  },
  done: { inviteStaff: 'Invitación hecha. El correo va en camino.', saveStaff: 'Guardado.' },
  letter: {
    subject: (district) => `Tiene una invitación al escritorio de ${district}`,
    lead: (district, role) => `Ahora tiene un lugar en el escritorio de ${district}. Su función: ${role}.`,
    signIn: (email) => `Entre con su cuenta del distrito, ${email}.`,
    button: 'Abrir el escritorio',
    why: (district) => `Recibe esto porque un administrador de ${district} lo puso en la lista del personal.`,
  },
};
