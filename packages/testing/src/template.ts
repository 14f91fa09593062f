import { migrate, schemaChecksum } from '@shelfcast/database';
import type { Client } from 'pg';
import type { TestServer } from './server.ts';
import { onDatabase } from './url.ts';

const TEMPLATE_LOCK = 7_423_985_611;

/** Makes sure that a migrated database stands ready to be cloned, and returns its name: one for each state of the migrations. */
export async function ensureTemplate(admin: Client, server: TestServer): Promise<string> {
  const name = `template_${schemaChecksum().slice(0, 16)}`;
  if (await isReady(admin, name)) return name;
  await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    if (await isReady(admin, name)) return name;
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name} OWNER shelfcast_owner`);
    await migrate(onDatabase(server.ownerUrl, name));
    // Nobody may be connected to what is cloned.
    await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
    return name;
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function isReady(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [
    name,
  ]);
  return rowCount === 1;
}
