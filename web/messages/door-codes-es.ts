/** Spanish: codes for the door, as people see them who come. */
import type { doorCodesEn } from './door-codes-en.ts';

export const doorCodesEs: typeof doorCodesEn = {
  title: 'Su código para la puerta',
  lead: 'Al llegar, muestre esto a quien registra las llegadas, que lo escanea con su teléfono. También basta con decir su nombre.',
  link: 'Mostrar su código para la puerta',
  back: 'Sus inscripciones',
  label: (title, when) => `Código QR para registrar la llegada: ${title}, ${when}`,
  picture: (title) => `Código QR para registrar la llegada: ${title}`,
  none: 'No tiene inscripciones próximas.',
  print: 'Puede imprimir esta página o tomarle una foto: el código no cambia, a menos que usted pase a otro turno.',
  scanned: {
    title: 'Un código para registrar la llegada',
    lead: 'Quien registra las llegadas en la puerta escanea este código. Usted no tiene que hacer nada con él: muéstrelo al llegar.',
    about: 'Ver para qué es',
    mine: 'Ver sus inscripciones',
    staff: '¿Usted registra las llegadas?',
    signIn: 'Entrar como personal',
  },
};
