import { Client } from 'pg';
import { ensureRoles } from '../roles.ts';
import type { Passwords } from './passwords.ts';

export const DATABASE = 'shelfcast';

/** Gives a server the owner role, the product's database and the login roles' passwords; again changes nothing. */
export async function bootstrap(adminUrl: string, ownerUrl: string, passwords: Passwords): Promise<void> {
  await connected(adminUrl, async (admin) => {
    // The owner is no superuser: what it may do here, it may do on a managed server as well.
    const known = await admin.query("SELECT FROM pg_roles WHERE rolname = 'shelfcast_owner'");
    if (known.rowCount === 0) await admin.query('CREATE ROLE shelfcast_owner LOGIN CREATEROLE CREATEDB');
    await setPassword(admin, 'shelfcast_owner', passwords.owner);
    const made = await admin.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (made.rowCount === 0) await admin.query(`CREATE DATABASE ${DATABASE} OWNER shelfcast_owner`);
  });
  await connected(ownerUrl, async (owner) => {
    await ensureRoles(owner);
    await setPassword(owner, 'shelfcast_app', passwords.app);
    await setPassword(owner, 'shelfcast_jobs', passwords.jobs);
  });
}

async function setPassword(client: Client, role: string, password: string): Promise<void> {
  await client.query(`ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(password)}`);
}

async function connected(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
