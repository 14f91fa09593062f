/** Rows that were measured, ready to be printed and pasted into the experiment's README. */
export interface ResultTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What may be asked for beside the data; each experiment says in its README which of these it knows. */
export interface Options {
  /** A Python interpreter that has `peers/requirements.txt` installed. */
  readonly python: string | undefined;
  /** Only these models; all where none is named. */
  readonly models: readonly string[];
  /** So many series. */
  readonly series: number | undefined;
  /** So many rows. */
  readonly rows: number | undefined;
  /** Whether the till of made-up sales numbers its receipts. */
  readonly receipts: boolean;
  /** A folder to write windows to, for `peers/peers.py` to forecast. */
  readonly windows: string | undefined;
  /** The folder that it wrote its forecasts to. */
  readonly peers: string | undefined;
}

export interface Context {
  /** Folder with the real data sets (`m5`, `freshretail`); they are not part of this repository. */
  dataFolder(set: string): string;
  /** A folder of this run, removed afterwards. */
  readonly workFolder: string;
  /** True where the experiment runs small, on synthetic data, to prove that it still runs. */
  readonly small: boolean;
  readonly options: Options;
  /** What is going on; not part of the result. */
  say(line: string): void;
}

/** A question, and the code that answers it. What it found stands in the README beside it. */
export interface Experiment {
  readonly question: string;
  run(context: Context): Promise<ResultTable>;
}
