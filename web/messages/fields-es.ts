/** Spanish: what is wrong with a field, and what to do about it. */
import type { FieldCode, FieldName } from './field-codes.ts';

const general: Record<FieldName, string> = {
  slots: 'Elija al menos una opción con lugares libres',
  places: 'Escriba cuántos lugares quiere, con un número entero a partir de 1',
  name: 'Escriba su nombre',
  email: 'Escriba su correo electrónico, por ejemplo nombre@ejemplo.com',
  phone: 'Escriba un número de teléfono, por ejemplo 555 123 4567, o déjelo en blanco',
  answer: 'Responda esta pregunta',
  consent: 'Marque la casilla para que podamos guardar sus datos para esta inscripción',
};

const special: Record<FieldCode, string | undefined> = {
  'slots.none-chosen': 'Elija al menos una opción',
  'slots.too-many': 'Elija menos opciones: hasta 60 a la vez',
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
};

export const fieldsEs = (field: FieldName, code: string): string => special[code as FieldCode] ?? general[field];
