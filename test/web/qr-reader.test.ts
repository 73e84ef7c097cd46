/** The reader of codes reads what a library wrote, in every shape that ours have, and is not content with less. */
import fc from 'fast-check';
import qrcode from 'qrcode';
import { expect, it } from 'vitest';
import { type Dots, readQr } from '#test/support/qr-reader.ts';

function drawn(text: string): boolean[][] {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, row) => Array.from(data.slice(row * size, (row + 1) * size), Boolean));
}

it('reads addresses of any length up to 140 letters', () => {
  const letter = fc.constantFrom(...'abcXYZ0123456789:/?=&-._~%');
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 140 }), (letters) => {
      expect(readQr(drawn(letters.join('')))).toBe(letters.join(''));
    }),
  );
});

it('reads digits, capitals and accents', () => {
  for (const text of ['0012345', 'HTTP://EXAMPLE.ORG/A', '¿Qué?', '1', 'A', '1234567890123456789 HELLO a'])
    expect(readQr(drawn(text))).toBe(text);
});

it('does not read what has one wrong dot', () => {
  const url = 'https://volunteer.example.org/opportunities/opp_01JC0N7Q9V8Z3M4K5P6R7S8001';
  const dots = drawn(url);
  const row = dots[20] ?? [];
  row[30] = row[30] !== true;
  const read = (those: Dots): string => {
    try {
      return readQr(those);
    } catch {
      return 'nothing';
    }
  };
  expect(read(dots)).not.toBe(url);
});
