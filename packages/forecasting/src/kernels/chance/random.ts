/** A seeded stream of numbers in [0, 1): mulberry32 (T. Ettinger, public domain), 32 bits of state. */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Seed that depends on nothing but the values: the same series gets the same draws in any shard and order. */
export function seedOf(values: Float64Array): number {
  const words = new Uint32Array(values.slice(-SEED_VALUES).buffer);
  let hash = 0x811c9dc5 ^ values.length;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i], 0x01000193);
  return hash >>> 0;
}

/** The last values tell series apart well enough, and hashing all of a long history would cost more than a model. */
const SEED_VALUES = 64;
