import { countObserved } from '../observed.ts';
import type { MultiplicativeTrace } from './multiplicative.ts';
import type { RelativeErrors } from './relative.ts';

/** A series, and buffers of its length that one form after another may use; those that few forms need come when asked for. */
export class EtsWorkspace {
  readonly values: Float64Array;
  readonly observed: number;
  readonly sumOfSquares: number;
  readonly errors: Float64Array;
  readonly trends: Float64Array;
  private columns = new Float64Array(0);
  private tracks: MultiplicativeTrace | undefined;
  private relatives: RelativeErrors | undefined;

  constructor(values: Float64Array) {
    this.values = values;
    this.observed = countObserved(values);
    this.errors = new Float64Array(values.length);
    this.trends = new Float64Array(values.length);
    let sum = 0;
    for (let t = 0; t < values.length; t++) if (!Number.isNaN(values[t])) sum += values[t] * values[t];
    this.sumOfSquares = sum;
  }

  get trace(): MultiplicativeTrace {
    const { errors, trends } = this;
    this.tracks ??= { errors, trends, bases: this.scratch(), seasons: this.scratch() };
    return this.tracks;
  }

  get relative(): RelativeErrors {
    this.relatives ??= { shares: this.scratch(), weights: this.scratch(), inverses: this.scratch() };
    return this.relatives;
  }

  /** Room for as many columns; what was in them is lost where they must grow. */
  room(count: number): Float64Array {
    if (this.columns.length < count * this.values.length)
      this.columns = new Float64Array(count * this.values.length);
    return this.columns;
  }

  private scratch(): Float64Array {
    return new Float64Array(this.values.length);
  }
}
