import type { Innovations } from './innovations.ts';
import { LevelState } from './level-state.ts';
import type { ArimaOrder } from './order.ts';
import { type Arma, differencing } from './polynomials.ts';

/**
 * The exact filter over levels with gaps: a value that was not observed moves the state on and teaches it nothing
 * (Jones 1980; Harvey & Pierse 1984 for differenced series). The regressors are in levels too.
 */
export class MissingFilter implements Innovations {
  readonly standardised: readonly Float64Array[];
  used = 0;
  logDeterminant = 0;
  readonly #columns: readonly Float64Array[];
  readonly #delta: Float64Array;

  constructor(columns: readonly Float64Array[], order: ArimaOrder) {
    this.#columns = columns;
    this.#delta = differencing(order);
    this.standardised = columns.map((column) => new Float64Array(column.length));
  }

  run(arma: Arma): void {
    const columns = this.#columns;
    const [y] = columns;
    const state = new LevelState(arma, this.#delta, columns.length);
    let used = 0;
    let logDeterminant = 0;
    for (let t = 0; t < y.length; t++) {
      if (!Number.isNaN(y[t])) {
        const variance = state.observe(columns, t);
        if (!state.wasDiffuse) {
          const scale = 1 / Math.sqrt(variance);
          for (let c = 0; c < columns.length; c++) this.standardised[c][used] = state.innovation[c] * scale;
          logDeterminant += Math.log(variance);
          used++;
        }
      }
      state.move();
    }
    this.used = used;
    this.logDeterminant = logDeterminant;
  }
}
