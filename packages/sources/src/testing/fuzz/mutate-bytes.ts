import type { Random } from './random.ts';

/** Damages bytes as lines, disks and attackers do. */
export type MutateBytes = (bytes: Buffer, random: Random) => Buffer;

const place = (bytes: Buffer, random: Random) => random.below(bytes.length + 1);
const splice = (bytes: Buffer, from: number, to: number, piece: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(to)]);

export const byteMutations: Readonly<Record<string, MutateBytes>> = {
  truncate: (bytes, random) => bytes.subarray(0, place(bytes, random)),
  flipBits: (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let i = 1 + random.below(12); i > 0 && changed.length > 0; i--)
      changed[random.below(changed.length)] ^= 1 << random.below(8);
    return changed;
  },
  /** Where formats keep lengths and offsets. */
  flipAtTheEnd: (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let i = 1 + random.below(6); i > 0 && changed.length > 0; i--)
      changed[changed.length - 1 - random.below(Math.min(changed.length, 600))] = random.below(256);
    return changed;
  },
  insertBytes: (bytes, random) => {
    const at = place(bytes, random);
    return splice(bytes, at, at, random.bytes(1 + random.below(40)));
  },
  deleteSlice: (bytes, random) => {
    const at = place(bytes, random);
    return splice(bytes, at, at + 1 + random.below(200), Buffer.alloc(0));
  },
  repeatSlice: (bytes, random) => {
    const at = place(bytes, random);
    return splice(bytes, at, at, bytes.subarray(at, at + 1 + random.below(400)));
  },
  zeroes: (bytes, random) => {
    const at = place(bytes, random);
    const length = Math.min(1 + random.below(64), bytes.length - at);
    return splice(bytes, at, at + length, Buffer.alloc(length));
  },
  largeNumber: (bytes, random) => {
    const at = place(bytes, random);
    return splice(bytes, at, at + 4, Buffer.from('ffffff7f', 'hex'));
  },
  garbageBehind: (bytes, random) => Buffer.concat([bytes, random.bytes(random.below(500))]),
  twice: (bytes) => Buffer.concat([bytes, bytes]),
};
