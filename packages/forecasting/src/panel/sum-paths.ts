import type { PanelForecast } from '../contract.ts';

/**
 * Sample paths of sums over groups of series, groups × paths × horizon: path p of a group is the sum of its series' paths p. A group's
 * quantiles at a step, or over the horizon, are those of these sums; sums of series' quantiles are none.
 *
 * How series depend on each other comes from path p of each taking its errors from the same past date: what rose and fell
 * together then, does so again. What a series' path has on top (the shock that widens the total of a short history) is its own. So a
 * dependence that the past never showed, such as a new risk that hits all of them, is not in the sums; and series that end on
 * different dates, or share too little history, are nearly independent in them.
 *
 * @param forecast of a plan with `paths`
 * @param groups group of each series, 0 to groupCount − 1; below 0: in none
 * @throws RangeError where the forecast has no paths, or groups are not one for each series
 */
export function sumPaths(
  { count, horizon, paths }: PanelForecast,
  groups: ArrayLike<number>,
  groupCount: number,
): Float32Array {
  if (paths === undefined) throw new RangeError('The forecast has no paths: its plan asked for none.');
  if (groups.length !== count)
    throw new RangeError(`There are ${groups.length} groups for ${count} series; each series needs one.`);
  const width = count > 0 ? paths.length / count : 0;
  if (width % horizon !== 0) throw new RangeError('The paths are not of this forecast.');
  const sums = new Float32Array(groupCount * width);
  for (let i = 0; i < count; i++) {
    const group = groups[i];
    if (group >= groupCount) throw new RangeError(`Series ${i} is in group ${group} of ${groupCount}.`);
    if (group < 0) continue;
    for (let at = 0; at < width; at++) sums[group * width + at] += paths[i * width + at];
  }
  return sums;
}
