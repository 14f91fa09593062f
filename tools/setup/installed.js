// Says whether node_modules is what package-lock.json asks for, by reading the record npm keeps inside it.
// That record is written last, so an installation that was interrupted has none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} path @returns {Record<string, any> | undefined} the packages of a lockfile, by folder */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * What an installation lacks for `mode`: 'prod' (to run the product) or 'full' (to develop and test it too).
 * @param {string} root @param {'prod' | 'full'} mode
 * @returns {'nothing' | 'everything' | 'some packages'}
 */
export function missingFrom(root, mode) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing or is not JSON: this is not a whole clone.');
  if (!present) return 'everything';
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === '' || (mode === 'prod' && entry.dev)) continue;
    const found = present[folder];
    // Optional packages of other platforms are rightly absent.
    if (!found && entry.optional) continue;
    if (!found || found.version !== entry.version || found.integrity !== entry.integrity)
      return 'some packages';
  }
  return 'nothing';
}
