/** 16 MB. For a million keys one in 10¹² is mistaken for seen, for thirty million one in eight. */
const BITS = 2 ** 27;
const PROBES = 3;

/**
 * Remembers which keys an import has brought so far, in bounded memory: a Bloom filter (1970, CACM 13). “Not seen” is
 * certain and saves a look into the database; “seen” must be looked up.
 */
export class SeenKeys {
  readonly #bits: Uint32Array | undefined;

  /** @param from `all`: nothing is known of the keys so far (an import that is resumed), each may have been seen */
  constructor(from: 'none' | 'all') {
    this.#bits = from === 'none' ? new Uint32Array(BITS / 32) : undefined;
  }

  /** Whether `key` may have been added before; adds it. */
  addAndTell(key: string): boolean {
    const bits = this.#bits;
    if (bits === undefined) return true;
    const [first, second] = hashes(key);
    let seen = true;
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = (first + Math.imul(probe, second)) & (BITS - 1);
      const mask = 1 << (bit & 31);
      if ((bits[bit >>> 5] & mask) === 0) {
        seen = false;
        bits[bit >>> 5] |= mask;
      }
    }
    return seen;
  }
}

/** Two hashes that stand in for as many as are needed (Kirsch & Mitzenmacher 2008), each FNV-1a with its own finish. */
function hashes(key: string): [number, number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return [finish(hash), finish(hash ^ 0x5bd1e995) | 1];
}

/** MurmurHash3's finaliser: every bit of the input moves every bit of the output. */
function finish(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
