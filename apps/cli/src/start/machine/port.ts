import { createServer } from 'node:net';
import { ShelfcastError, startErrors } from '@shelfcast/domain';

/** Throws where the dashboard's port can't be had, and names one that can. Asked before anything is started. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const problem = await problemWith(host, port);
  if (problem === undefined) return;
  const other = await freePortAfter(host, port);
  const remedy = `Choose another one: npm start -- --port ${other}`;
  if (problem === 'EADDRINUSE') {
    throw new ShelfcastError(startErrors.port_in_use, {
      detail: `Port ${port} on ${host} is used by another program (perhaps another Shelfcast).`,
      remedy: `${remedy} — or stop what uses it.`,
    });
  }
  if (problem === 'EADDRNOTAVAIL' || problem === 'ENOTFOUND' || problem === 'EAI_AGAIN') {
    throw new ShelfcastError(startErrors.port_in_use, {
      detail: `This machine has no address ${host}.`,
      remedy: 'Leave --host out, or use --host 0.0.0.0 for all addresses of this machine.',
    });
  }
  throw new ShelfcastError(startErrors.port_in_use, {
    detail: `Port ${port} may not be used (${problem}).`,
    remedy,
  });
}

async function freePortAfter(host: string, port: number): Promise<number> {
  for (let next = Math.max(port, 1024) + 1; next < Math.min(port + 50, 65_535); next++) {
    if ((await problemWith(host, next)) === undefined) return next;
  }
  return 8080;
}

function problemWith(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
