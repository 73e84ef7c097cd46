/** JSON Schemas of the API reference as lists of fields that unfold. */
import type { ComponentChildren, JSX } from 'preact';
import { aboutIn } from '../messages/areas.ts';
import { asArray, asObject, asText, type Json } from '../words/json.ts';
import type { View } from './view.ts';

/** Deeper than this a field only names its type; the document has the rest. */
const DEEPEST = 6;

interface Shown {
  readonly view: View;
  readonly document: Json;
}

/** The contracts' own English words; what stands between backticks is code. */
export function Described({ words }: { readonly words: string }): JSX.Element {
  return <span lang="en">{words.split('`').map((part, index) => (index % 2 === 1 ? <code key={String(index)}>{part}</code> : part))}</span>;
}

export function Body({ view, document, body }: Shown & { readonly body: Json }): JSX.Element | null {
  const { api } = aboutIn(view.context.language);
  const schema = jsonSchemaOf(body);
  if (schema === undefined) return null;
  const { fields, variants } = partsOf(document, schema);
  if (fields.length === 0 && variants.length === 0) return null;
  return (
    <>
      <h3>{api.body}</h3>
      <Fields view={view} document={document} schema={schema} depth={0} />
    </>
  );
}

export function Responses({ view, document, responses }: Shown & { readonly responses: Json }): JSX.Element {
  const { api } = aboutIn(view.context.language);
  const entries = Object.entries(responses).map(([status, response]) => ({ status, response: asObject(response) }));
  return (
    <>
      <h3>{api.responses}</h3>
      <dl class="api-responses">
        {entries.map(({ status, response }) => {
          const schema = status.startsWith('2') ? jsonSchemaOf(response) : undefined;
          return (
            <div key={status}>
              <dt>
                <code>{status}</code>
              </dt>
              <dd>
                <Described words={asText(response.description)} />
                {schema !== undefined && <Fields view={view} document={document} schema={schema} depth={0} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function jsonSchemaOf(part: Json): Json | undefined {
  const content = asObject(part.content);
  const schema = asObject(Object.values(content)[0]).schema;
  return schema === undefined ? undefined : asObject(schema);
}

function resolve(document: Json, schema: Json): Json {
  const reference = asText(schema.$ref);
  if (!reference.startsWith('#/')) return schema;
  const found = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => asObject(at)[key], document);
  return asObject(found);
}

interface Level extends Shown {
  readonly schema: Json;
  readonly depth: number;
}

/** What a schema is made of, through references and arrays: its fields, or else its variants. */
function partsOf(document: Json, schema: Json) {
  const whole = resolve(document, schema);
  const inner = whole.type === 'array' ? resolve(document, asObject(whole.items)) : whole;
  return {
    fields: Object.entries(asObject(inner.properties)).map(([name, field]) => ({ name, field: asObject(field) })),
    variants: [...asArray(inner.oneOf), ...asArray(inner.anyOf)].map((variant) => resolve(document, asObject(variant))),
    required: asArray(inner.required),
  };
}

function Fields({ view, document, schema, depth }: Level): JSX.Element | null {
  const { api } = aboutIn(view.context.language);
  const { fields, variants, required } = partsOf(document, schema);
  if (fields.length === 0 && variants.length === 0) return null;
  return (
    <ul class="api-fields">
      {fields.map(({ name, field }) => (
        <li key={name}>
          <Folded view={view} document={document} schema={field} depth={depth}>
            <code>{name}</code> <span class="soft">{typeWords(document, field)}</span>{' '}
            {required.includes(name) && <span class="tag">{api.required}</span>}{' '}
            <Described words={asText(resolve(document, field).description)} />
          </Folded>
        </li>
      ))}
      {fields.length === 0 &&
        variants.map((variant, index) => (
          <li key={String(index)}>
            <Folded view={view} document={document} schema={variant} depth={depth}>
              <code>{variantWords(document, variant)}</code>
            </Folded>
          </li>
        ))}
    </ul>
  );
}

/** One line; when it has parts of its own, they unfold under it. */
function Folded({ view, document, schema, depth, children }: Level & { readonly children: ComponentChildren }): JSX.Element {
  const { fields, variants } = partsOf(document, schema);
  if (depth >= DEEPEST || (fields.length === 0 && variants.length === 0)) return <>{children}</>;
  return (
    <details>
      <summary>{children}</summary>
      <Fields view={view} document={document} schema={schema} depth={depth + 1} />
    </details>
  );
}

/** A variant is told by the field that has one value only: `kind: "shift"`. */
function variantWords(document: Json, variant: Json): string {
  const mark = partsOf(document, variant).fields.find(({ field }) => field.const !== undefined);
  return mark === undefined ? typeWords(document, variant) : `${mark.name}: ${JSON.stringify(mark.field.const)}`;
}

/** `string`, `array of object`, `"a" | "b"`: JSON Schema's own words, the same in every language. */
export function typeWords(document: Json, schema: Json): string {
  const whole = resolve(document, schema);
  if (whole.const !== undefined) return JSON.stringify(whole.const);
  const values = asArray(whole.enum);
  if (values.length > 0) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (whole.type === 'array') return `[${typeWords(document, asObject(whole.items))}]`;
  const format = asText(whole.format);
  const type = asText(whole.type);
  if (type !== '') return format === '' ? type : `${type} (${format})`;
  return whole.oneOf === undefined && whole.anyOf === undefined ? 'any' : 'object';
}
