/** What a person is in a tenant. */
export type Role = 'owner' | 'planner' | 'viewer';

/** What a key may do, and what an operation asks for. Each includes the ones before it. */
export type Scope = 'read' | 'write' | 'admin';

const ORDER: readonly Scope[] = ['read', 'write', 'admin'];

const SCOPE_OF_ROLE: Readonly<Record<Role, Scope>> = { owner: 'admin', planner: 'write', viewer: 'read' };

/** Owners administer, planners import and run forecasts, viewers read. */
export function scopesOfRole(role: Role): readonly Scope[] {
  return ORDER.slice(0, ORDER.indexOf(SCOPE_OF_ROLE[role]) + 1);
}

/** Whether these scopes allow what asks for `needed`. */
export function allows(scopes: readonly Scope[], needed: Scope): boolean {
  return scopes.some((scope) => ORDER.indexOf(scope) >= ORDER.indexOf(needed));
}
