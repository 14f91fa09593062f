import { randomUUID } from 'node:crypto';
import type { Database } from '@shelfcast/database';
import { authErrors, ShelfcastError, type UserId, userId } from '@shelfcast/domain';
import { hashPassword, verifyPassword } from '../passwords/password-hash.ts';
import { checkNewPassword } from '../passwords/password-rule.ts';
import { normaliseEmail } from './email.ts';

const UNIQUE_VIOLATION = '23505';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** A person as shown to others of the tenant. */
export interface User {
  readonly user: UserId;
  readonly email: string;
  readonly name: string;
}

/** Makes an account; it belongs to no tenant yet. Throws `auth.email_taken`, `auth.invalid_email`, `auth.weak_password`. */
export async function createUser(database: Database, { email, name, password }: NewUser): Promise<UserId> {
  const address = normaliseEmail(email);
  checkNewPassword(password, address);
  const user = userId(randomUUID());
  const values = { user_id: user, email: address, name, password_hash: await hashPassword(password) };
  try {
    await database.withUser(user, (tx) => tx.sql.insertInto('app_user').values(values).execute());
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== UNIQUE_VIOLATION) throw cause;
    throw new ShelfcastError(
      authErrors.email_taken,
      { detail: `${address} has an account.`, remedy: 'Sign in with it, or use another address.' },
      { cause },
    );
  }
  return user;
}

/** The account of a person who is known to be signed in; undefined once it is gone. */
export async function readUser(database: Database, user: UserId): Promise<User | undefined> {
  const row = await database.withUser(user, (tx) =>
    tx.sql.selectFrom('app_user').select(['email', 'name']).where('user_id', '=', user).executeTakeFirst(),
  );
  return row && { user, email: row.email, name: row.name };
}

/** Sets a new password and ends every session of the person. Throws `auth.wrong_credentials`, `auth.weak_password`. */
export async function changePassword(
  database: Database,
  user: UserId,
  current: string,
  next: string,
): Promise<void> {
  const row = await database.withUser(user, (tx) =>
    tx.sql
      .selectFrom('app_user')
      .select(['email', 'password_hash'])
      .where('user_id', '=', user)
      .executeTakeFirst(),
  );
  if (!row || !(await verifyPassword(current, row.password_hash)).valid) {
    throw new ShelfcastError(authErrors.wrong_credentials, {
      detail: 'The current password is not right.',
      remedy: 'Type it again.',
      where: { field: 'current' },
    });
  }
  checkNewPassword(next, row.email);
  await setPassword(database, user, next);
}

/** Without asking for the old one, and without judging the new one: for those who may set it (the demo, a rescue). */
export async function setPassword(database: Database, user: UserId, password: string): Promise<void> {
  const password_hash = await hashPassword(password);
  await database.withUser(user, async (tx) => {
    await tx.sql.updateTable('app_user').set({ password_hash }).where('user_id', '=', user).execute();
    await tx.sql.deleteFrom('session').where('user_id', '=', user).execute();
  });
}
