import type { TenantId, UserId } from '@shelfcast/domain';

/** One function of the schema gate: its argument types in SQL; its argument and row types for TypeScript. */
export interface GateFunction<Arguments extends readonly unknown[], Row extends object> {
  readonly name: string;
  readonly parameters: readonly string[];
  /** Types only; never present. */
  readonly types?: (...args: Arguments) => Row;
}

function gateFunction<Arguments extends readonly unknown[], Row extends object>(
  name: string,
  parameters: readonly string[],
): GateFunction<Arguments, Row> {
  return { name, parameters };
}

/**
 * Everything that may be asked before a tenant is known, in this one place. A test compares it with the catalogue, and
 * holds each function to: SECURITY DEFINER, owned by shelfcast_gate, pinned search_path, no execution by PUBLIC.
 */
export const gateFunctions = {
  userByEmail: gateFunction<[email: string], { user_id: UserId }>('user_by_email', ['text']),
  tenantsOfUser: gateFunction<[user: UserId], { tenant_id: TenantId }>('tenants_of_user', ['uuid']),
  tenantOfKey: gateFunction<[keyHash: Buffer], { tenant_id: TenantId; key_id: string }>('tenant_of_key', [
    'bytea',
  ]),
  ownerOfSession: gateFunction<[sessionHash: Buffer], { user_id: UserId; tenant_id: TenantId }>(
    'owner_of_session',
    ['bytea'],
  ),
  tenants: gateFunction<[], { tenant_id: TenantId }>('tenants', []),
  /** Counts an attempt and answers how long to wait before it may be made: 0 = now. Keys are hashes. */
  signInAttempt: gateFunction<[email: Buffer, address: Buffer], { wait_seconds: number }>('sign_in_attempt', [
    'bytea',
    'bytea',
  ]),
  /** Forgets the attempts that led to a success. */
  signInSucceeded: gateFunction<[email: Buffer, address: Buffer], object>('sign_in_succeeded', [
    'bytea',
    'bytea',
  ]),
  /** Imports that nobody works on: their job was lost, or their worker died. */
  unfinishedImports: gateFunction<[], { tenant_id: TenantId; import_id: number }>('unfinished_imports', []),
  /** Tenants whose ledger has changed since their data health was reported. */
  staleDataHealth: gateFunction<[], { tenant_id: TenantId }>('stale_data_health', []),
  /** Uploads that are whole but no import yet, and those that nobody has gone on with for a week. */
  uploadsToSettle: gateFunction<[], { tenant_id: TenantId; upload_id: string; is_whole: boolean }>(
    'uploads_to_settle',
    [],
  ),
  /** The schema's own history: numbers and checksums, nobody's data. */
  appliedMigrations: gateFunction<[], { number: number; checksum: string }>('applied_migrations', []),
  /** Runs that nobody works on. */
  unfinishedRuns: gateFunction<[], { tenant_id: TenantId; run_id: number }>('unfinished_runs', []),
};
