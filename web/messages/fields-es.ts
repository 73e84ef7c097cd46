/** Spanish: what is wrong with a field, and what to do about it. */
import type { FieldCode, FieldName } from './field-codes.ts';

const general: Record<FieldName, string> = {
  slots: 'Elija al menos una opción con lugares libres',
  places: 'Escriba cuántos lugares quiere, con un número entero a partir de 1',
  name: 'Escriba su nombre',
  email: 'Escriba su correo electrónico, por ejemplo nombre@ejemplo.com',
  phone: 'Escriba un número de teléfono, por ejemplo 555 123 4567, o déjelo en blanco',
  answer: 'Responda esta pregunta',
  consent: 'Marque la casilla para que podamos guardar sus datos',
  what: 'Elija qué le gustaría dar',
  amount: 'Escriba una cantidad en dólares, por ejemplo 500 o 1,250.50',
  goods: 'Diga qué le gustaría dar',
  goodsValue: 'Escriba cuánto vale en dólares, por ejemplo 500',
  instalments: 'Elija cómo le gustaría pagar',
  match: 'Escriba una cantidad en dólares o déjelo vacío si no quiere igualar',
  sponsorName: 'Escriba el nombre del negocio, lugar de trabajo o donante',
  contactName: 'Escriba el nombre de una persona de contacto',
  address: 'Escriba la dirección en una línea o déjela vacía',
  policy: 'Marque la casilla para aceptar la política de patrocinio',
};

const special: Record<FieldCode, string | undefined> = {
  'slots.none-chosen': 'Elija al menos una opción',
  'slots.too-many': 'Elija menos opciones: hasta 100 a la vez',
  'slots.repeated': undefined,
  'places.not-whole': undefined,
  'places.too-few': undefined,
  'places.too-many': 'Son más lugares de los que puede tomar una persona: escriba un número menor',
  'text.too-long': 'Use menos letras: el texto es demasiado largo',
  'text.empty': undefined,
  'text.control-characters': 'Escríbalo de nuevo: contiene caracteres ocultos que no podemos usar',
  'email.too-long': 'Revise su correo electrónico: es demasiado largo',
  'email.malformed': undefined,
  'phone.malformed': undefined,
  'consent.missing': undefined,
  'answer.missing': undefined,
  'answer.not-a-choice': 'Elija una de las respuestas',
  'amount.not-whole-cents': undefined,
  'amount.too-small': 'Escriba un dólar o más',
  'amount.too-large': 'Escriba un millón de dólares o menos; si quiere dar más, llámenos',
  'amount.below-level': 'Escriba al menos la cantidad del nivel o elija "Otra cantidad"',
  'level.sold-out': 'El último lugar de este nivel ya se ocupó: elija otro nivel o una cantidad propia',
};

export const fieldsEs = (field: FieldName, code: string): string => special[code as FieldCode] ?? general[field];
