/** Spanish: the desk, the staff side of the site. */
import type { DeskMessages } from './desk-en.ts';

export const deskEs: DeskMessages = {
  title: 'Mesa de trabajo',
  roles: { admin: 'Administración del distrito', coordinator: 'Coordinación', viewer: 'Solo lectura' },
  site: 'Sitio público',
  sectionsLabel: 'Partes de la mesa de trabajo',
  sections: {
    overview: 'Resumen',
    queue: 'Pendiente',
    opportunities: 'Oportunidades',
    volunteering: 'Voluntariado',
    campaigns: 'Campañas',
    mail: 'Correo',
    schools: 'Escuelas',
    staff: 'Personal',
    history: 'Historial',
    privacy: 'Privacidad',
  },
  signOut: 'Cerrar sesión',
  signOutEverywhere: 'Cerrar sesión en todas partes',
  signOutEverywhereHint:
    'Termina de una vez sus sesiones en todos los dispositivos, también en este. Úselo si perdió un dispositivo o lo dejó abierto.',
  signIn: {
    title: 'Iniciar sesión en la mesa de trabajo',
    lead: 'Para el personal del distrito y de sus escuelas. Inicie sesión con la cuenta que usa para el resto de su trabajo.',
    submit: 'Iniciar sesión con su cuenta del distrito',
    sending: 'Un momento…',
    otherAccount: 'Usar otra cuenta',
    parents: '¿No es del personal? Encuentre en qué participar',
    notices: {
      'session-over': ['Su sesión terminó', 'Lo que acaba de enviar no se guardó. Inicie sesión y envíelo otra vez.'],
      expired: ['Pasó demasiado tiempo', 'El inicio de sesión no terminó en diez minutos o empezó en otro navegador. Empiece de nuevo.'],
      failed: ['No ha iniciado sesión', 'El inicio de sesión no se completó. Inténtelo otra vez.'],
      'signed-out': ['Cerró su sesión', 'Puede cerrar esta página.'],
    },
  },
  handover: {
    in: { title: 'Hacia el inicio de sesión de su distrito', go: 'Continuar al inicio de sesión' },
    out: { title: 'Cerrando su sesión', go: 'Continuar para terminar de cerrar la sesión' },
  },
  unknown: {
    title: 'Todavía no tiene un lugar en la mesa de trabajo',
    lead: (email) => `Inició sesión como ${email}, pero nadie con esta dirección está en la lista del personal.`,
    ask: 'Pida a la administración del distrito que le agregue, o inicie sesión con otra cuenta.',
  },
  start: {
    title: (name) => `Hola, ${name}`,
    you: 'Usted en la mesa de trabajo',
    name: 'Nombre',
    email: 'Correo electrónico',
    role: 'Función',
    schools: 'Escuelas',
    allSchools: 'Todas las escuelas',
    noSchools: 'Ninguna todavía. Pida a la administración del distrito que agregue sus escuelas.',
  },
  problem: { home: 'Volver a la mesa de trabajo' },
};
