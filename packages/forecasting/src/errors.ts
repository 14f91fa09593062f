/** What is wrong with a panel or a plan; `code` is stable, the message names the place and what would be right. */
export type ForecastingErrorCode = 'invalid_panel' | 'invalid_plan' | 'unknown_model' | 'worker_failed';

/** Thrown before any work is done, never for a single series: a series that fails is an outcome. */
export class ForecastingError extends RangeError {
  readonly code: ForecastingErrorCode;

  constructor(code: ForecastingErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ForecastingError';
    this.code = code;
  }
}
