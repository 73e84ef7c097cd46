/** How details are treated, and the API, in Spanish. */
import { pluralIn } from '../words/plural.ts';
import type { aboutEn } from './about-en.ts';

const plural = pluralIn('es-US');

export const aboutEs: typeof aboutEn = {
  privacy: {
    title: 'Cómo cuidamos sus datos',
    lead: 'En pocas palabras: pedimos poco, lo ven pocas personas y lo borramos pronto.',
    sections: ({ days, district, contact }) => [
      [
        'Qué le pedimos',
        'Su nombre y su correo, y su teléfono si quiere darlo. A veces la escuela agrega una pregunta, como la talla de una camiseta. Nunca pedimos el nombre de un niño.',
      ],
      [
        'Quién lo ve',
        `El personal de la escuela en la que se inscribe y las personas de ${district} que operan este servicio. El público solo ve números, como “3 de 5 lugares ocupados”. Una escuela puede decidir mostrar los nombres de pila; en ese caso la página lo dice.`,
      ],
      [
        'Cuánto tiempo lo guardamos',
        `Sus datos se borran ${plural(days, { one: '{n} día', other: '{n} días' })} después de la última fecha en la que se inscribió. Si una inscripción no se completa, borramos lo que envió en unas horas.`,
      ],
      ['Qué le enviamos', 'Una confirmación, avisos sobre aquello en lo que se inscribió y su enlace cuando lo pide. Nada de publicidad.'],
      [
        'Cookies',
        'Una, y solo si elige un idioma: recuerda cuál. No dice nada de usted. No hay rastreo y no se carga nada de otros sitios web.',
      ],
      [
        'Su enlace',
        'El enlace de sus correos abre sus inscripciones sin contraseña. Cuídelo como una llave y no lo comparta. Puede pedir uno nuevo.',
      ],
      [
        'Usted decide',
        `Con su enlace puede ver, cambiar y cancelar sus inscripciones. Para que se borre todo de una vez, escriba a ${contact}.`,
      ],
    ],
  },
  api: {
    title: 'API de Crosswalk',
    lead: 'Todo lo que hacen las páginas, como JSON por HTTP. Los errores son “problem details” (RFC 9457) con un código propio.',
    download: 'Documento OpenAPI 3.1',
    operations: 'Operaciones',
    parameters: 'Parámetros',
    body: 'Cuerpo',
    responses: 'Respuestas',
    refusals: 'Rechazos',
    schemas: 'Datos',
    field: 'Nombre',
    type: 'Tipo',
    meaning: 'Significado',
    required: 'obligatorio',
    auth: 'Requiere el token de un enlace de inscripciones: Authorization: Bearer …',
  },
};
