/** The roster as a file that spreadsheets open: UTF-8 with its mark, and no cell that they would take for a formula. */
import { stringify } from 'csv-stringify/sync';
import { type HttpResponse, NO_STORE } from '../_http/respond.ts';

/** What spreadsheets begin a formula with, or skip before one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))),
    { bom: true, record_delimiter: 'windows', quoted: true },
  );

/** `name` is ours, without anything that a header could not carry. */
export const csvFile = (rows: readonly (readonly string[])[], name: string): HttpResponse => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': NO_STORE,
    'x-robots-tag': 'noindex, nofollow',
  },
  body: csvOf(rows),
});
