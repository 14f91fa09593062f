import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a platform that runs says at which address, for other commands of this machine. */
export const ADDRESS_FILE = 'address';

export function noteAddress(dataFolder: string, address: string): void {
  writeFileSync(join(dataFolder, ADDRESS_FILE), `${address}\n`, { mode: 0o600 });
}
