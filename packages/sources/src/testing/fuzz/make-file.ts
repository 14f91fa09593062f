import { containers } from './containers.ts';
import { byteMutations } from './mutate-bytes.ts';
import { textMutations } from './mutate-text.ts';
import { randomFrom } from './random.ts';
import type { SeedFile } from './seeds.ts';

/** How a hostile file is made: by this alone it can be made again. */
export interface Recipe {
  readonly seed: number;
  readonly file: string;
  readonly text: readonly string[];
  readonly container: string;
  readonly bytes: readonly string[];
}

/** One file in ten is Parquet: its reader is not ours, and each costs a few processes. */
const PARQUET_SHARE = 1 / 10;

/** A recipe from a seed. Half the files are damaged as bytes, nearly all as text, some several times over. */
export function recipeFrom(seed: number, seeds: readonly SeedFile[]): Recipe {
  const random = randomFrom(seed);
  const wanted = random.chance(PARQUET_SHARE) ? 'parquet' : 'text';
  const ofKind = seeds.filter((one) => one.kind === wanted);
  const file = random.of(ofKind.length > 0 ? ofKind : seeds);
  const some = (names: readonly string[], most: number) =>
    Array.from({ length: random.below(most + 1) }, () => random.of(names));
  if (file.kind === 'parquet')
    return {
      seed,
      file: file.name,
      text: [],
      container: 'plain',
      bytes: [random.of(Object.keys(byteMutations)), ...some(Object.keys(byteMutations), 2)],
    };
  return {
    seed,
    file: file.name,
    text: some(Object.keys(textMutations), 3),
    container: random.chance(0.4) ? 'plain' : random.of(Object.keys(containers)),
    bytes: random.chance(0.5) ? some(Object.keys(byteMutations), 2) : [],
  };
}

export function makeFile({ seed, file, text, container, bytes }: Recipe, seeds: readonly SeedFile[]): Buffer {
  const { kind, content } = seeds.find((one) => one.name === file)!;
  // Every step has numbers of its own: a recipe with one step less makes the others as before.
  const numbers = (step: string, i: number) => randomFrom(seed ^ hash(`${step} ${i}`));
  let made = content;
  if (kind === 'text') {
    let changed = content.toString();
    text.forEach((name, i) => {
      changed = textMutations[name](changed, numbers(name, i));
    });
    made = containers[container](changed, numbers(container, 0));
  }
  bytes.forEach((name, i) => {
    made = byteMutations[name](made, numbers(name, i + 100));
  });
  return made;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
