export type { TestDatabase } from './clone-database.ts';
export { cloneDatabase } from './clone-database.ts';
export type { TestServer } from './server.ts';
export { startTestServer } from './server.ts';
