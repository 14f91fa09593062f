import { authErrors, ShelfcastError } from '@shelfcast/domain';

/** NIST SP 800-63B-4: length counts, composition rules don't help. */
const SHORTEST = 12;
/** Long enough for any sentence; a bound, because hashing costs time. */
const LONGEST = 200;

/** Throws `auth.weak_password` where a new password is too short or just the email over again. */
export function checkNewPassword(password: string, email: string): void {
  const length = [...password].length;
  const varied = new Set(password.toLowerCase()).size >= 5;
  const own = email.toLowerCase().includes(password.toLowerCase());
  if (length >= SHORTEST && length <= LONGEST && varied && !own) return;
  throw new ShelfcastError(authErrors.weak_password, {
    detail:
      length > LONGEST
        ? `It has more than ${LONGEST} characters.`
        : 'It is short, repetitive or the email itself.',
    remedy: `Choose ${SHORTEST} to ${LONGEST} characters; a few words that don't belong together are good.`,
    where: { field: 'password' },
  });
}
