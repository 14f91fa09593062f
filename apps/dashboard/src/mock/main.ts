import { join } from 'node:path';
import { startMock } from './server.ts';
import { demoUser } from './session-routes.ts';

// node apps/dashboard/src/mock/main.ts [port]: the built dashboard against the stand-in API.
const { url } = await startMock(join(import.meta.dirname, '../../dist'), {
  port: Number(process.argv[2] ?? 5180),
});
console.log(`${url}\nSign in as ${demoUser.email} with: ${demoUser.password}`);
