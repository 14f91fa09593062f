/** Tables without a tenant, and why. Everything else in the schema shelfcast belongs to tenants. */
export const globalTables: Readonly<Record<string, string>> = {
  app_user: 'a person may belong to several tenants; each sees their own row by a policy of its own',
  partition_lock: 'has no columns and no rows, only locks',
  schema_migration: 'the history of the schema; the app has no right to it',
  session: 'belongs to a person, who sees their own by a policy of its own',
  sign_in_attempt: 'counted before anybody is known, by the gate alone',
};
