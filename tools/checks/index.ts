import { clockAndEnvironment } from './clock-and-environment.ts';
import { declaredDependencies } from './declared-dependencies.ts';
import { documentLinks } from './document-links.ts';
import { ourErrorPages } from './error-pages.ts';
import { importDirection } from './import-direction.ts';
import { registryAddresses } from './registry-addresses.ts';
import type { Check } from './repository.ts';
import { tidy } from './tidy.ts';

export type { Check, Finding, Repository } from './repository.ts';
export { openRepository } from './repository.ts';

/** Every rule that holds for the repository as a whole. */
export const checks: readonly Check[] = [
  importDirection,
  declaredDependencies,
  clockAndEnvironment,
  ourErrorPages,
  documentLinks,
  tidy,
  registryAddresses,
];
