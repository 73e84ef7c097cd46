/** JSON Schemas of the API reference as nested lists of fields. */
import type { JSX } from 'preact';
import { asArray, asObject, asText, type Json } from '../words/json.ts';
import type { View } from './view.ts';

/** Deeper than this a field only names its type; the document has the rest. */
const DEEPEST = 4;

interface Shown {
  readonly view: View;
  readonly document: Json;
}

export function Body({ view, document, body }: Shown & { readonly body: Json }): JSX.Element | null {
  const schema = jsonSchemaOf(body);
  if (schema === undefined) return null;
  return (
    <>
      <h3>{view.m.api.body}</h3>
      <Fields view={view} document={document} schema={schema} depth={0} />
    </>
  );
}

export function Responses({ view, document, responses }: Shown & { readonly responses: Json }): JSX.Element {
  const entries = Object.entries(responses).map(([status, response]) => ({ status, response: asObject(response) }));
  return (
    <>
      <h3>{view.m.api.responses}</h3>
      <dl class="api-responses">
        {entries.map(({ status, response }) => {
          const schema = status.startsWith('2') ? jsonSchemaOf(response) : undefined;
          return (
            <div key={status}>
              <dt>
                <code>{status}</code>
              </dt>
              <dd>
                <span lang="en">{asText(response.description)}</span>
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

function Fields({ view, document, schema, depth }: Shown & { readonly schema: Json; readonly depth: number }): JSX.Element | null {
  const whole = resolve(document, schema);
  const inner = whole.type === 'array' ? resolve(document, asObject(whole.items)) : whole;
  const variants = [...asArray(inner.oneOf), ...asArray(inner.anyOf)].map((each) => resolve(document, asObject(each)));
  const properties = Object.entries(asObject(inner.properties));
  if (depth > DEEPEST) return null;
  if (properties.length === 0 && variants.length === 0) return null;
  if (properties.length === 0) {
    return (
      <ul class="api-fields">
        {variants.map((variant, index) => (
          <li key={String(index)}>
            <code>{typeWords(document, variant)}</code>
            <Fields view={view} document={document} schema={variant} depth={depth + 1} />
          </li>
        ))}
      </ul>
    );
  }
  const required = asArray(inner.required);
  return (
    <ul class="api-fields">
      {properties.map(([name, value]) => {
        const field = asObject(value);
        return (
          <li key={name}>
            <code>{name}</code> <span class="soft">{typeWords(document, field)}</span>{' '}
            {required.includes(name) && <span class="tag">{view.m.api.required}</span>}{' '}
            <span lang="en">{asText(resolve(document, field).description)}</span>
            <Fields view={view} document={document} schema={field} depth={depth + 1} />
          </li>
        );
      })}
    </ul>
  );
}

/** `string`, `array of object`, `"a" | "b"`: JSON Schema's own words, the same in every language. */
function typeWords(document: Json, schema: Json): string {
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
