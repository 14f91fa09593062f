import { defineErrors } from './define.ts';

export const databaseErrors = defineErrors('database', {
  already_running: [409, 'Another process uses this data folder'],
  binaries_missing: [500, 'The PostgreSQL binaries are not installed'],
  busy: [503, 'The table is in use'],
  cannot_run_as_root: [500, 'PostgreSQL cannot run as root here'],
  disk_full: [507, 'The disk is full'],
  migration_changed: [500, 'A migration that was already applied has changed'],
  migration_failed: [500, 'A migration failed'],
  newer_schema: [500, 'The database is newer than this program'],
  other_version: [500, 'The data folder belongs to another version of PostgreSQL'],
  start_failed: [500, 'PostgreSQL did not start'],
  unavailable: [503, 'The database cannot be reached'],
  unsafe_role: [500, 'The database role is above row-level security'],
  unsupported_platform: [500, 'No embedded PostgreSQL for this platform'],
});
