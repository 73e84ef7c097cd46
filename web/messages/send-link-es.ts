/** A lost link, in Spanish: apart from one's own pages, because every page of a link that no longer works says it. */
import type { sendLinkEn } from './send-link-en.ts';

export const sendLinkEs: typeof sendLinkEn = {
  title: 'Mis inscripciones',
  lead: 'Escriba el correo con el que se inscribió. Le enviamos un enlace para ver, cambiar o cancelar sus inscripciones.',
  submit: 'Enviarme mi enlace',
  sentTitle: 'Revise su correo',
  sent: 'Si hay inscripciones con esa dirección, su enlace está en camino. Puede tardar unos minutos. Revise también la carpeta de correo no deseado.',
  sentAgain: '¿No llegó nada? Revise que sea la misma dirección que usó al inscribirse.',
  again: 'Probar con otra dirección',
  invalidTitle: 'Este enlace ya no funciona',
  invalid:
    'Los enlaces dejan de funcionar un tiempo después de su última fecha, o cuando falta una parte de la dirección. Puede pedir uno nuevo.',
};
