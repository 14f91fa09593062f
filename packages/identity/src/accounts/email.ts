import { authErrors, ShelfcastError } from '@shelfcast/domain';

/** RFC 5321's limit for a path, less its brackets. */
const LONGEST = 254;

/** An email as it is stored and compared: trimmed, lower case. Throws `auth.invalid_email`. */
export function normaliseEmail(text: string): string {
  const email = text.trim().toLowerCase();
  // Only a delivered mail proves an address; this catches slips of the pen.
  if (email.length <= LONGEST && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email)) return email;
  throw new ShelfcastError(authErrors.invalid_email, {
    detail: 'An email address has one @, with something before and after it, and no spaces.',
    remedy: 'Correct the address.',
    where: { field: 'email' },
  });
}
