/** The API's reference, drawn from its OpenAPI document. Summaries and descriptions are the contracts' own and stay in English. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import { Body, Described, Responses, typeWords } from '../components/api-schema.tsx';
import { page } from '../components/layout.tsx';
import { type View, viewOf } from '../components/view.ts';
import { aboutIn } from '../messages/areas.ts';
import { asArray, asObject, asText, type Json } from '../words/json.ts';
import type { ApiReferenceModel, PageContext } from './models.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export function apiReferencePage(context: PageContext, { document }: ApiReferenceModel): string {
  const view = viewOf(context);
  const { api } = aboutIn(view.context.language);
  const operations = Object.entries(asObject(document.paths)).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = asObject(item)[method];
      return operation === undefined ? [] : [{ path, method, operation: asObject(operation) }];
    }),
  );
  return page(view, {
    title: api.title,
    description: api.lead,
    children: (
      <div class="wrap section api">
        <h1>{api.title}</h1>
        <p class="lead">{api.lead}</p>
        <p>
          <a class="button button-quiet" href={paths.openApi}>
            {api.download}
          </a>
        </p>
        <nav aria-label={api.operations}>
          <ul class="api-index">
            {operations.map(({ path, method, operation }) => (
              <li key={`${method} ${path}`}>
                <a href={`#${asText(operation.operationId)}`}>
                  <Route method={method} path={path} /> <span lang="en">{asText(operation.summary)}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {operations.map(({ path, method, operation }) => (
          <Operation key={`${method} ${path}`} view={view} document={document} path={path} method={method} operation={operation} />
        ))}
      </div>
    ),
  });
}

const Route = ({ method, path }: { readonly method: string; readonly path: string }): JSX.Element => (
  <code class="route" dir="ltr">
    <b class={`verb verb-${method}`}>{method.toUpperCase()}</b> {path}
  </code>
);

interface OperationProps {
  readonly view: View;
  readonly document: Json;
  readonly path: string;
  readonly method: string;
  readonly operation: Json;
}

function Operation({ view, document, path, method, operation }: OperationProps): JSX.Element {
  const { api } = aboutIn(view.context.language);
  const id = asText(operation.operationId);
  const parameters = asArray(operation.parameters).map(asObject);
  return (
    <section class="api-operation" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} lang="en">
        {asText(operation.summary)}
      </h2>
      <p>
        <Route method={method} path={path} />
      </p>
      <p>
        <Described words={asText(operation.description)} />
      </p>
      {asArray(operation.security).length > 0 && <p class="hint">{api.auth}</p>}
      {parameters.length > 0 && (
        <>
          <h3>{api.parameters}</h3>
          <ul class="api-fields">
            {parameters.map((parameter) => (
              <li key={asText(parameter.name)}>
                <code>{asText(parameter.name)}</code>{' '}
                <span class="soft">
                  {asText(parameter.in)}, {typeWords(document, asObject(parameter.schema))}
                </span>{' '}
                {parameter.required === true && <span class="tag">{api.required}</span>} <Described words={asText(parameter.description)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Body view={view} document={document} body={asObject(operation.requestBody)} />
      <Responses view={view} document={document} responses={asObject(operation.responses)} />
    </section>
  );
}
