/** Of two files of the same bytes, the compressed one has the more rows: 14 bytes a row in UCI Online Retail, 66 in plain text. */
const BITS_A_BYTE = 1;
/** 128 KB. */
const FEWEST_BITS = 2 ** 20;
/** 64 MB: of thirty million keys one in 270 is mistaken for seen. */
const MOST_BITS = 2 ** 29;
const PROBES = 3;

/**
 * Remembers which keys an import has brought so far, in bounded memory: a Bloom filter (1970, CACM 13). “Not seen” is
 * certain and saves a look into the database; “seen” must be looked up.
 */
export class SeenKeys {
  readonly #bits: Uint32Array;
  /** A power of two less one. */
  readonly #mask: number;

  /** @param fileBytes of the import, from which follows how many keys to expect */
  constructor(fileBytes: number) {
    const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, fileBytes * BITS_A_BYTE)));
    const bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, wanted));
    this.#bits = new Uint32Array(bits / 32);
    this.#mask = bits - 1;
  }

  /** Whether `key` may have been added before; adds it. */
  addAndTell(key: string): boolean {
    const bits = this.#bits;
    const [first, second] = hashes(key);
    let seen = true;
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = (first + Math.imul(probe, second)) & this.#mask;
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
