import { duration, grouped } from './format.ts';
import type { Terminal } from './terminal.ts';

/** One thing that takes a while: a bar that is drawn over on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  /** How far it is; `total` may become known, or change, on the way. */
  update(done: number, total?: number): void;
  /** Ends it with the line that stays, without the time it took: that is added. */
  done(line: string): void;
  /** Ends it without a word, for a failure that is told elsewhere. */
  clear(): void;
}

export interface ProgressOptions {
  /** What is being done: `Importing`. */
  readonly label: string;
  /** What is counted, in the plural: `rows`. */
  readonly unit: string;
  readonly total?: number;
  /** Numbers as people read them; by default grouped by thousands. */
  readonly format?: (count: number) => string;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
  readonly write?: (text: string) => void;
}

const REDRAW_MS = 80;
/** A log wants a line now and then, not a thousand. */
const PLAIN_LINE_MS = 5_000;
const BAR_CELLS = 24;
/** Before this, a rate is a guess. */
const SETTLED_MS = 700;

export function startProgress(terminal: Terminal, options: ProgressOptions): Progress {
  const { label, unit, format = grouped, now = () => performance.now() } = options;
  const write = options.write ?? ((text: string) => void process.stderr.write(text));
  const startedAt = now();
  let total = options.total ?? 0;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let first: { at: number; done: number } | undefined;

  const line = (done: number): string => {
    const at = now();
    first ??= { at, done };
    const share = total > 0 ? Math.min(done / total, 1) : 0;
    const rate = at - first.at > SETTLED_MS ? ((done - first.done) / (at - first.at)) * 1000 : 0;
    const parts = [total > 0 ? `${format(done)} of ${format(total)} ${unit}` : `${format(done)} ${unit}`];
    if (rate > 0) parts.push(`${format(rate)} ${unit}/s`);
    if (rate > 0 && total > done) parts.push(`${duration((total - done) / rate)} left`);
    if (!terminal.interactive) return `${label}: ${parts.join(', ')}`;
    const full = Math.round(share * BAR_CELLS);
    return `${label} ${'█'.repeat(full)}${terminal.dim('░'.repeat(BAR_CELLS - full))} ${parts.join(' · ')}`;
  };
  const erase = (): void => {
    if (terminal.interactive && drawnAt > Number.NEGATIVE_INFINITY) write('\r\x1b[K');
  };

  if (!terminal.interactive) drawnAt = startedAt;
  return {
    update(done, newTotal = total) {
      total = newTotal;
      const text = line(done);
      const at = now();
      if (at - drawnAt < (terminal.interactive ? REDRAW_MS : PLAIN_LINE_MS)) return;
      drawnAt = at;
      write(terminal.interactive ? `\r\x1b[K${text}` : `${text}\n`);
    },
    done(text) {
      erase();
      write(`${text} ${terminal.dim(`(${duration((now() - startedAt) / 1000)})`)}\n`);
    },
    clear: erase,
  };
}
