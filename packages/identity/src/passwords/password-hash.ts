import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt's costs (RFC 7914): 2^logN blocks of 128·r bytes, p times. */
interface Costs {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's third choice (Password Storage Cheat Sheet, 2025): 32 MB at a time, about 0.2 s. More memory would starve a small machine. */
const COSTS: Costs = { logN: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const FORM = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/;

/** `scrypt$15$8$3$salt$hash`: carries its costs, so that they can grow later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COSTS);
  const { logN, r, p } = COSTS;
  return ['scrypt', logN, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether the password is right, and whether its hash should be made anew because our costs have changed. */
export async function verifyPassword(
  password: string,
  stored: string,
): Promise<{ valid: boolean; outdated: boolean }> {
  const parts = FORM.exec(stored);
  if (!parts) throw new Error('A stored password hash has an unknown form.');
  const costs = { logN: Number(parts[1]), r: Number(parts[2]), p: Number(parts[3]) };
  const hash = await derive(password, Buffer.from(parts[4], 'base64url'), costs);
  return {
    valid: timingSafeEqual(hash, Buffer.from(parts[5], 'base64url')),
    outdated: costs.logN !== COSTS.logN || costs.r !== COSTS.r || costs.p !== COSTS.p,
  };
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real verification: an unknown email must not answer faster than a known one. */
export async function verifyNothing(password: string): Promise<void> {
  decoy ??= hashPassword(randomBytes(SALT_BYTES).toString('base64url'));
  await verifyPassword(password, await decoy);
}

function derive(password: string, salt: Buffer, { logN, r, p }: Costs): Promise<Buffer> {
  const N = 2 ** logN;
  // Node refuses above maxmem; the algorithm needs a little more than 128·N·r.
  const options: ScryptOptions = { N, r, p, maxmem: 128 * N * r + 2 ** 20 };
  return new Promise((resolve, reject) => {
    // The same characters typed on another keyboard may arrive composed otherwise.
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
