import { readFileSync } from 'node:fs';
import type { ClientBase } from 'pg';
import { gateFunctions } from '../gate/functions.ts';
import { globalTables } from './global-tables.ts';

/** Walks the catalogue and returns what would let one tenant near another's rows. Empty is well. */
export async function checkTenancy(client: ClientBase): Promise<string[]> {
  const signatures = Object.values(gateFunctions).map(
    ({ name, parameters }) => `${name}(${parameters.join(', ')})`,
  );
  const tables = await complaints(client, 'check-tables.sql', Object.keys(globalTables));
  const roles = await complaints(client, 'check-roles.sql', signatures);
  return [...tables, ...roles];
}

async function complaints(client: ClientBase, file: string, list: readonly string[]): Promise<string[]> {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const { rows } = await client.query<{ complaint: string }>(text, [list]);
  return rows.map(({ complaint }) => complaint);
}
