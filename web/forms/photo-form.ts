/** The forms of a campaign's photos at the desk, and the bodies they make. Reading never refuses and never repairs. */

export type Texts = Readonly<Record<string, string>>;

export interface PhotoFormValues {
  readonly alt: Texts;
  readonly place: string;
  readonly permission: boolean;
}

export const readPhotoForm = (form: URLSearchParams): PhotoFormValues => ({
  alt: textsOf(form, 'alt'),
  place: form.get('place') ?? '',
  permission: form.get('permission') === 'yes',
});

export function photoRequestBody(form: URLSearchParams): unknown {
  const { alt, place, permission } = readPhotoForm(form);
  return { alt: written(alt), place, permission };
}

export interface PhotoRow {
  readonly photoId: string;
  readonly alt: Texts;
  readonly place: string;
}

/** As they were shown, with what was changed in them. */
export function readPhotoRows(form: URLSearchParams): readonly PhotoRow[] {
  const rows: PhotoRow[] = [];
  // no more than ever were on a page
  for (let index = 0; index < MOST && form.has(`photos.${index}.id`); index += 1) {
    const name = `photos.${index}`;
    rows.push({ photoId: form.get(`${name}.id`) ?? '', alt: textsOf(form, `${name}.alt`), place: form.get(`${name}.place`) ?? '' });
  }
  return rows;
}
const MOST = 20;

/** What a button does to the photo of its row: where the rows of the body were on the page. */
function orderOf(form: URLSearchParams, count: number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  const [act, row] = (form.get('do') ?? '').split('.');
  const at = Number(row);
  if (!Number.isInteger(at) || at < 0 || at >= count) return order;
  if (act === 'remove') return order.filter((index) => index !== at);
  const to = act === 'earlier' ? at - 1 : act === 'later' ? at + 1 : at;
  if (to < 0 || to >= count) return order;
  return order.map((index) => (index === at ? to : index === to ? at : index));
}

export function photosBody(form: URLSearchParams): unknown {
  const rows = readPhotoRows(form);
  const photos = orderOf(form, rows.length).map((index) => rows[index] as PhotoRow);
  return { version: Number(form.get('version') || Number.NaN), photos: photos.map((row) => ({ ...row, alt: written(row.alt) })) };
}

/** The field of a problem; `language`: the one whose field stands for all. */
export function photoFieldOf(form: URLSearchParams, language: string): (pointer: string) => string {
  const order = orderOf(form, readPhotoRows(form).length);
  return (pointer) => {
    const [first = '', second, third, fourth] = pointer.slice(1).split('/');
    if (first !== 'photos') return first === 'alt' ? `alt-${second ?? language}` : first;
    const name = `photos-${order[Number(second)] ?? second}`;
    return third === 'alt' ? `${name}-alt-${fourth ?? language}` : `${name}-${third}`;
  };
}

function textsOf(form: URLSearchParams, name: string): Texts {
  const names = [...new Set(form.keys())].filter((key) => key.startsWith(`${name}.`));
  return Object.fromEntries(names.map((key) => [key.slice(name.length + 1), (form.get(key) ?? '').trim()]));
}
const written = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));
