/** Runs a server until SIGTERM, as a process of its own: for tests that kill it. Says the addresses in a line. */
import { startEmbeddedPostgres } from './start.ts';

const server = await startEmbeddedPostgres({
  dataFolder: process.argv[2],
  durable: process.argv[3] === 'durable',
});
process.on('SIGINT', () => process.stdout.write('interrupted\n'));
process.on('SIGTERM', async () => {
  await server.stop();
  process.exit(0);
});
process.stdout.write(`${JSON.stringify({ pid: server.pid, ownerUrl: server.ownerUrl })}\n`);
setInterval(() => {}, 1000);
