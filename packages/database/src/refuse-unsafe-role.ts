import { databaseErrors, ShelfcastError } from '@shelfcast/domain';
import type { PoolClient } from 'pg';

const ABOVE = `
  SELECT current_user AS role FROM pg_roles
  WHERE rolname = current_user AND (rolsuper OR rolbypassrls
    OR coalesce(has_schema_privilege(to_regnamespace('shelfcast'), 'CREATE'), false))`;

/** Closes a new connection whose role row-level security would not hold for: a mistake in an address must not open all tenants. */
export function refuseUnsafeRole(client: PoolClient, done: (error?: Error) => void): void {
  client.query<{ role: string }>(ABOVE).then(
    ({ rows }) => done(rows[0] && unsafe(rows[0].role)),
    (error: Error) => done(error),
  );
}

function unsafe(role: string): ShelfcastError {
  return new ShelfcastError(databaseErrors.unsafe_role, {
    detail: `The role ${role} may see every tenant's rows.`,
    remedy: 'Let SHELFCAST_DATABASE_URL name the role shelfcast_app.',
  });
}
