import type { Attention } from '@shelfcast/serving';
import type { ScoreLine, SeriesDetail } from '@shelfcast/shards';

/** Changes of fewer units over the whole horizon are nobody's business. */
const FEWEST_UNITS = 5;

/** What about a series needs a planner's eye. */
export function attentionOf(
  totalMean: number,
  detail: SeriesDetail,
  chosen: ScoreLine | undefined,
): Attention[] {
  const last = detail.totalLastHorizon;
  const change = last === null ? 0 : totalMean - last;
  const attention: Attention[] = [];
  if (last !== null && change >= Math.max(FEWEST_UNITS, 0.5 * last)) attention.push('rising');
  if (last !== null && -change >= Math.max(FEWEST_UNITS, 0.5 * last)) attention.push('falling');
  if (chosen && (chosen.wape ?? 0) > 1 && (last ?? 0) >= FEWEST_UNITS) attention.push('inaccurate');
  if (chosen && Math.abs(chosen.bias ?? 0) > 0.3 && (last ?? 0) >= FEWEST_UNITS) attention.push('biased');
  if (detail.reason === 'history-too-short') attention.push('short-history');
  if (last === 0) attention.push('no-recent-sales');
  if (detail.reason === 'stand-in') attention.push('stand-in');
  return attention;
}
