import type { Combining } from './combine.ts';

/** `mean(ses,theta)` in its parts. */
export interface CombinationName {
  readonly combining: Combining;
  readonly members: readonly string[];
}

const PATTERN = /^(mean|median|weighted|rare)\((.*)\)$/;
/** A comma that is within no brackets of its own: those of `mstl(…)` belong to the member. */
const BETWEEN_MEMBERS = /,(?![^()]*\))/;

/** The parts of a combination's name; undefined for any other name. Blanks around members don't matter. */
export function parseCombinationName(name: string): CombinationName | undefined {
  const match = PATTERN.exec(name.trim());
  if (match === null) return undefined;
  return {
    combining: match[1] as Combining,
    members: match[2].split(BETWEEN_MEMBERS).map((member) => member.trim()),
  };
}
