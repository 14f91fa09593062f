import { readFileSync } from 'node:fs';
import type { ClientBase } from 'pg';

/** Makes the roles that are missing. Roles belong to the cluster, not to a database: hence no numbered migration. */
export async function ensureRoles(owner: ClientBase): Promise<void> {
  await owner.query(readFileSync(new URL('./roles.sql', import.meta.url), 'utf8'));
}
