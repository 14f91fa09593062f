import { newTally, type Tally } from '../test/tally.ts';

/** One named check after the other: each passes or fails, none ends the rest. */
export interface Report {
  readonly tally: Tally;
  check(name: string, work: () => Promise<string | undefined> | string | undefined): Promise<boolean>;
}

export function newReport(say: (line: string) => void): Report {
  const tally = newTally();
  return {
    tally,
    async check(name, work) {
      const started = performance.now();
      const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
      try {
        const note = await work();
        tally.passed();
        say(`✔ ${name}${note ? `: ${note}` : ''}  ${seconds()}`);
        return true;
      } catch (error) {
        tally.failed();
        say(`✖ ${name}  ${seconds()}\n${error instanceof Error ? error.message : String(error)}`);
        return false;
      }
    },
  };
}
