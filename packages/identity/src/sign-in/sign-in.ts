import type { Database } from '@shelfcast/database';
import { authErrors, ShelfcastError, type UserId } from '@shelfcast/domain';
import { type Membership, membershipsOf } from '../accounts/memberships.ts';
import { hashPassword, verifyNothing, verifyPassword } from '../passwords/password-hash.ts';
import { addressKey, keyHash } from './address-key.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** The network address of who asks, as the server sees it. */
  readonly address: string;
}

export interface SignedIn {
  readonly user: UserId;
  readonly email: string;
  readonly name: string;
  /** At least one, oldest first. */
  readonly memberships: readonly Membership[];
}

/** `auth.too_many_attempts`, with what belongs into the Retry-After header. */
export class TooManyAttempts extends ShelfcastError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(authErrors.too_many_attempts, {
      detail: 'Too many attempts to sign in with this email or from this network.',
      remedy: `Wait ${retryAfterSeconds} s, then try again.`,
    });
    this.name = 'TooManyAttempts';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Checks email and password. Throws `auth.wrong_credentials`, for an unknown email and a wrong password alike and
 * equally slowly, and TooManyAttempts.
 */
export async function signIn(database: Database, credentials: Credentials): Promise<SignedIn> {
  const { password, address } = credentials;
  const email = credentials.email.trim().toLowerCase();
  // Counted before the password is looked at, so that attempts at the same moment can't outrun the count.
  const keys = [keyHash(email), addressKey(address)] as const;
  const [{ wait_seconds: wait }] = await database.gate.signInAttempt(...keys);
  if (wait > 0) throw new TooManyAttempts(wait);
  const account = await readAccount(database, email);
  if (!account) {
    await verifyNothing(password);
    throw wrong();
  }
  const { valid, outdated } = await verifyPassword(password, account.password_hash);
  if (!valid) throw wrong();
  const memberships = await membershipsOf(database, account.user_id);
  // Somebody who was put out of their last tenant has nowhere to go.
  if (memberships.length === 0) throw wrong();
  await database.gate.signInSucceeded(...keys);
  if (outdated) await rehash(database, account.user_id, password);
  return { user: account.user_id, email: account.email, name: account.name, memberships };
}

async function readAccount(database: Database, email: string) {
  const [found] = await database.gate.userByEmail(email);
  if (!found) return undefined;
  return database.withUser(found.user_id, (tx) =>
    tx.sql.selectFrom('app_user').selectAll().where('user_id', '=', found.user_id).executeTakeFirst(),
  );
}

async function rehash(database: Database, user: UserId, password: string): Promise<void> {
  const password_hash = await hashPassword(password);
  await database.withUser(user, (tx) =>
    tx.sql.updateTable('app_user').set({ password_hash }).where('user_id', '=', user).execute(),
  );
}

function wrong(): ShelfcastError {
  return new ShelfcastError(authErrors.wrong_credentials, {
    detail: 'No account has this email and this password.',
    remedy: 'Check both and try again.',
  });
}
