/**
 * A process of its own that keeps one PostgreSQL for all tests of this checkout: run as `node keeper.ts <folder>`.
 * Tests hold a connection to it while they live; when the last has gone for a while, it stops the server, removes its
 * files and ends. A killed test process lets go by dying, so nothing stays behind.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@shelfcast/database';

/** Long enough that running one test file after the other by hand finds it warm. */
const IDLE_MILLISECONDS = 20_000;
/** Many test files at once, each with a pool or two and pg-boss. */
const MAX_CONNECTIONS = 200;

const folder = process.argv[2];
const server = await startEmbeddedPostgres({
  dataFolder: join(folder, 'postgres'),
  durable: false,
  maxConnections: MAX_CONNECTIONS,
});
const { adminUrl, ownerUrl, appUrl, jobsUrl } = server;

let holders = 0;
let idle = setTimeout(end, IDLE_MILLISECONDS);
const door = createServer((holder) => {
  holders += 1;
  clearTimeout(idle);
  holder.on('error', () => {});
  holder.resume();
  holder.on('close', () => {
    holders -= 1;
    if (holders === 0) idle = setTimeout(end, IDLE_MILLISECONDS);
  });
});
door.listen(0, '127.0.0.1', () => {
  const address = door.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  writeFileSync(join(folder, 'keeper.json'), JSON.stringify({ port, adminUrl, ownerUrl, appUrl, jobsUrl }), {
    mode: 0o600,
  });
});
process.once('SIGTERM', end);
process.once('SIGINT', end);

async function end(): Promise<void> {
  rmSync(join(folder, 'keeper.json'), { force: true });
  door.close();
  // The cluster goes while this process still holds the folder: the next keeper may already wait for it.
  await server.stop({ removeCluster: true });
  process.exit(0);
}
