/** What passed and what failed, told as it happens and summed up at the end. */
export interface Tally {
  passed(count?: number): void;
  failed(count?: number): void;
  readonly failures: number;
  /** The one line that scripts read. */
  total(): string;
}

export function newTally(): Tally {
  let good = 0;
  let bad = 0;
  return {
    passed(count = 1) {
      good += count;
    },
    failed(count = 1) {
      bad += count;
    },
    get failures() {
      return bad;
    },
    total: () => `${good} passed, ${bad} failed`,
  };
}
