/** Spanish: the words of papers for sponsors and givers. */
import { sentence } from '../words/sentence.ts';
import type { documentsEn } from './documents-en.ts';

const us: (typeof documentsEn)['receipt']['us'] = {
  nothingGiven: 'No se entregaron bienes ni servicios a cambio de esta donación.',
  given: (value) =>
    `A cambio de esta donación se entregaron los bienes o servicios que se indican arriba. Estimamos de buena fe que su valor es de ${value}.`,
  givenUnnamed: (value) =>
    `A cambio de esta donación se entregaron bienes o servicios, según lo acordado para el patrocinio. Estimamos de buena fe que su valor es de ${value}.`,
  limited: (gift, value, deductible) =>
    `La cantidad deducible del impuesto federal sobre los ingresos se limita al monto en que el dinero donado excede el valor de los bienes o servicios recibidos a cambio: ${gift} menos ${value} es ${deductible}.`,
  limitedGoods: (value) =>
    `La cantidad deducible del impuesto federal sobre los ingresos se limita al monto en que el valor de los bienes donados excede el valor de los bienes o servicios recibidos a cambio, que es de ${value}.`,
  goodsValue: 'No indicamos el valor de los bienes que usted donó. A usted le corresponde determinarlo.',
  acknowledgment:
    'Este es el comprobante por escrito que la ley federal de impuestos pide para donaciones de $250 o más (26 U.S.C. §\u00a0170(f)(8)). Guárdelo con sus documentos de impuestos.',
  keep: 'Guarde este recibo con sus documentos de impuestos.',
};

export const documentsEs: typeof documentsEn = {
  taxId: (id) => `Identificación fiscal (EIN) ${id}`,
  attention: (name) => `Atención: ${name}`,
  date: 'Fecha',
  reference: 'Referencia',
  campaign: 'Campaña',
  school: 'Para',
  dueOn: 'Vence el',
  amount: 'Cantidad',
  total: 'Total',
  page: (n, of) => `Página ${n} de ${of}`,
  save: 'Guardar como PDF',
  print: 'Para imprimirlo, use Imprimir en el menú de su navegador. Cabe en papel tamaño carta.',
  unprintable:
    'Este archivo no puede mostrar algunas de las letras que se usan aquí; □ ocupa el lugar de cada una. La página web las muestra todas.',
  letter: {
    title: 'Carta de compromiso',
    to: 'Para',
    level: 'Nivel',
    greeting: (name) => `Hola, ${name}:`,
    money: (facts) => `Gracias. ${facts.sponsor} se comprometió a dar ${facts.amount} para “${facts.campaign}”, de ${facts.school}.`,
    goods: (facts) => `Gracias. ${facts.sponsor} se comprometió a dar bienes para “${facts.campaign}”, de ${facts.school}.`,
    match: (most) => `Además, por cada dólar que otros donen, usted da otro, hasta ${most}.`,
    payments: 'Sus pagos',
    pledgedGoods: 'Lo que usted da',
    goodsWhat: 'Bienes',
    goodsValue: 'Valor, según usted',
    benefits: 'Lo que usted recibe',
    recognition: 'Reconocimiento',
    named: 'Le agradecemos por su nombre donde agradecemos en público a nuestros patrocinadores.',
    anonymous: 'Usted queda en el anonimato: su nombre no aparece en público.',
    next: 'Qué sigue',
    nextMoney: 'Revisamos su compromiso y le avisamos. Después recibe una factura; antes no tiene que pagar nada.',
    nextGoods: 'Revisamos su compromiso y le avisamos. Después acordamos con usted cómo nos llegan los bienes.',
    noReceipt: 'Esta carta no es una factura ni un recibo para impuestos. El recibo se envía cuando llega su donación.',
    closing: 'Con gratitud,',
  },
  invoice: {
    title: (number) => `Factura ${number}`,
    heading: 'Factura',
    number: 'Número de factura',
    to: 'Facturar a',
    description: 'Descripción',
    lines: 'Lo que cubre esta factura',
    ofPledge: 'Patrocinio, según su compromiso',
    ofLevel: (level: string) => `Patrocinio, nivel ${level}`,
    ofMatch: 'Su aportación igual a las donaciones de otros',
    schedule: 'Fechas de pago',
    paid: 'Ya pagado',
    due: 'Por pagar',
    dueBy: 'Pague a más tardar el',
    nothingDue: 'Pagada por completo. Gracias.',
    byCheck: 'Pagar con cheque',
    payable: (payee) => `Haga su cheque a nombre de ${payee} y envíelo por correo a:`,
    byTransfer: 'Pagar por transferencia bancaria',
    quote: (reference) => sentence(`Para que sepamos que el pago es suyo, anote en él ${reference}`),
    receipt: 'Esta factura no es un recibo para impuestos. Usted recibe un recibo por cada pago.',
  },
  receipt: {
    title: (number) => `Recibo ${number}`,
    heading: 'Recibo',
    number: 'Número de recibo',
    to: 'Recibido de',
    receivedOn: 'Recibido el',
    method: 'Forma de pago',
    methods: { cash: 'Efectivo', cheque: 'Cheque', card: 'Tarjeta', transfer: 'Transferencia bancaria' },
    amount: 'Cantidad recibida',
    goods: 'Bienes recibidos',
    thanks: (facts) => `${facts.organisation} recibió su donación para “${facts.campaign}”, de ${facts.school}. Gracias.`,
    inReturn: 'Entregado a cambio',
    tax: 'Para sus impuestos',
    us,
  },
};
