/** Where everything listens. What a browser or the template must find without being told is counted from the site's port. */
import { createServer, type Server } from 'node:http';
import { freePort } from './engine.ts';
import { IDENTITY_PORT_OFFSET } from './identity.ts';

const MAILBOX_PORT_OFFSET = 1;
/** Where files are kept: forms of the site post to it. */
const S3_PORT_OFFSET = 3;
/** Of the site, so that all that follow are ports too. */
export const HIGHEST_SITE_PORT = 65_535 - S3_PORT_OFFSET;

/** Nobody else on the network: what answers here has no guard of its own, and it knows the district's key. */
const THIS_MACHINE = '127.0.0.1';

export type Ports = Readonly<Record<'site' | 'mailbox' | 'identity' | 's3' | 'aws', number>>;

/** For a site at the port, or with 0 at a free one. Throws when something answers at one of them already. */
export async function portsFor(asked: number): Promise<Ports> {
  const site = asked === 0 ? await freeSitePort() : asked;
  const [mailbox, identity, s3] = beside(site);
  await Promise.all([site, mailbox, identity, s3].map(refuseTaken));
  return { site, mailbox, identity, s3, aws: await freePort() };
}

const beside = (site: number): readonly [number, number, number] => [
  site + MAILBOX_PORT_OFFSET,
  site + IDENTITY_PORT_OFFSET,
  site + S3_PORT_OFFSET,
];

/** One whose mailbox, identity provider and files find their ports free, too. */
export async function freeSitePort(candidate: () => Promise<number> = freePort): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    const site = await candidate();
    const areFree = await Promise.all(beside(site).map(refuseTaken)).then(
      () => true,
      () => false,
    );
    if (areFree) return site;
  }
  throw new Error('found no free port with other free ones beside it');
}

/** Throws when something answers there already. */
async function refuseTaken(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken by another program' : `can't be used (${error.code})`;
      reject(new Error(`Port ${port} ${why}. Choose another: npm start -- --port ${port + 100}`));
    });
    server.listen(port, THIS_MACHINE, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}

/** Resolves when the server listens, with what ends it. */
export async function listen(server: Server, port: number): Promise<() => Promise<void>> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, THIS_MACHINE, resolve));
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}
