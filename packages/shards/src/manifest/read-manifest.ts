import { runErrors, ShelfcastError } from '@shelfcast/domain';
import { MANIFEST_VERSION, type Manifest } from './manifest.ts';

/** Reads a manifest's text; throws `run.unreadable_manifest` where it is none, or one of a version we don't know. */
export function readManifest(text: string): Manifest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw unreadable('It is no JSON.', error);
  }
  if (typeof parsed !== 'object' || parsed === null) throw unreadable('It is no object.');
  const manifest = parsed as Partial<Manifest>;
  if (manifest.version !== MANIFEST_VERSION) {
    throw unreadable(`Its version is ${String(manifest.version)}; this program reads ${MANIFEST_VERSION}.`);
  }
  if (!Array.isArray(manifest.shards) || !Array.isArray(manifest.bundles))
    throw unreadable('It has no shards.');
  const bundled = manifest.bundles.flat().toSorted((a, b) => a - b);
  const numbers = manifest.shards.map((shard) => shard.no);
  if (
    numbers.some((no, i) => no !== i) ||
    bundled.length !== numbers.length ||
    bundled.some((no, i) => no !== i)
  ) {
    throw unreadable('Its bundles do not hold each shard once.');
  }
  return manifest as Manifest;
}

function unreadable(why: string, cause?: unknown): ShelfcastError {
  return new ShelfcastError(
    runErrors.unreadable_manifest,
    { detail: `The manifest cannot be read. ${why}`, remedy: 'Start another run: it writes a new manifest.' },
    { cause },
  );
}
