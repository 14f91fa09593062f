export type { TestDatabase } from './clone-database.ts';
export { cloneDatabase } from './clone-database.ts';
export { type S3Server, startS3Server, withoutS3 } from './s3-server.ts';
export type { TestServer } from './server.ts';
export { startTestServer } from './server.ts';
