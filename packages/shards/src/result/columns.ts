/** The column of a quantile in files: `q0.05`. */
export function quantileColumn(quantile: number): string {
  return `q${quantile}`;
}
