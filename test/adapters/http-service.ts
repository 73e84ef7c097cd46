/** A service over HTTP that answers as it is told. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
/** Answers one after another, the last for good. */
export async function service(answers: readonly ((asked: Asked) => readonly [status: number, body: string])[]) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ headers: request.headers, body });
      const [status, text] = answer?.({ headers: request.headers, body }) ?? [500, ''];
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(text);
    });
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
