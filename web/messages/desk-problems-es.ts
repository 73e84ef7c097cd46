/** Spanish: refusals that only the desk meets. */
import type { DeskProblemCode } from '#contracts/problems.ts';

export const deskProblemsEs: Record<DeskProblemCode, string> = {
  'school.changed-meanwhile': 'Otra persona cambió esta escuela.',
  'holidays.changed-meanwhile': 'Otra persona cambió los feriados.',
  'opportunity.changed-meanwhile': 'Otra persona cambió esto.',
  'note.changed-meanwhile': 'Otra persona escribió una nota entretanto. La suya no se guardó. Lea la que hay ahora y vuelva a guardar.',
  'slot.called-off': 'Este turno se canceló, así que nadie faltó. No se cambió nada.',
  'check-in.not-open-yet': 'El registro de llegada abre un día antes del comienzo. No se cambió nada.',
  'campaign.changed-meanwhile': 'Otra persona cambió esta campaña.',
  'staff.not-found': 'Nadie con esta dirección está en la lista del personal.',
  'staff.already': 'Alguien con esta dirección ya está en la lista. Haga el cambio allí.',
  'staff.last-admin': 'El distrito necesita al menos un administrador que pueda entrar. Primero nombre a otra persona.',
  'suppression.not-found': 'Esta dirección recibe su correo. No hay nada que cambiar.',
  'suggestion.not-found': 'Esta sugerencia ya no está. Se guardan un año.',
  'photo.too-many': 'Esta campaña ya tiene ocho fotos, que es el máximo. Quite una primero.',
  'version.conflict': 'Otra persona cambió esto mientras tanto. No se guardó nada. Mire cómo está ahora y haga el cambio de nuevo.',
};
