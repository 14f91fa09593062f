export {
  type Membership,
  membershipsOf,
  removeMembership,
  roleOf,
  setMembership,
} from './accounts/memberships.ts';
export { allows, type Role, type Scope, scopesOfRole } from './accounts/roles.ts';
export { createTenant, type NewTenant, readTenant, type Tenant } from './accounts/tenants.ts';
export { changePassword, createUser, type NewUser, readUser, type User } from './accounts/users.ts';
export { type DemoOptions, ensureDemoTenant } from './demo.ts';
export {
  type ApiKey,
  createApiKey,
  type KeyHolder,
  listApiKeys,
  type NewApiKey,
  revokeApiKey,
  verifyApiKey,
} from './keys/api-keys.ts';
export { type KeyChecks, keyChecks } from './keys/key-checks.ts';
export { newKey } from './keys/key-text.ts';
export { type SessionData, type SessionStore, sessionStore } from './sessions/session-store.ts';
export { type Credentials, type SignedIn, signIn, TooManyAttempts } from './sign-in/sign-in.ts';
