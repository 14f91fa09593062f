import { startTestServer } from '@shelfcast/testing';

/** Holds one PostgreSQL for all test processes while `work` runs. */
export async function withTestServer(work: () => Promise<void>): Promise<void> {
  const { env, release } = await startTestServer();
  // The tests are our children: this is the one way to hand them something.
  Object.assign(process.env, env);
  try {
    await work();
  } finally {
    release();
  }
}
