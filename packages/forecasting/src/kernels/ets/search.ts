import { isPositive } from '../observed.ts';
import type { NewtonLimits } from '../search/box-newton.ts';
import { type EtsFit, type EtsPoint, fitEts } from './fit.ts';
import { aiccPenalty, type EtsForm, nameOfForm, parameterCount } from './form.ts';
import { dampedSeeds, levelSeeds, multiplied, otherLevels, seasonSeeds, trendSeeds } from './seeds.ts';
import type { EtsWorkspace } from './workspace.ts';

/** Longer seasons have more initial states than a history can tell apart (the limit of R's ets). */
export const LONGEST_SEASON = 24;
/**
 * A trend gains much the same with a season as without. Where that leaves a form further behind than this, it isn't
 * fitted. AICc; differences above 10 speak clearly (Burnham & Anderson 2002, 2.6).
 */
const OUT_OF_REACH = 10;
/** So many times what the quadratic model promises may a search gain before it counts as hopeless. */
const OPTIMISM = 20;
/** A form this far behind an earlier, shorter history is not looked at again when the history has grown. AICc. */
const FORGOTTEN = 20;

/** Which forms take part. */
export interface EtsFamily {
  readonly trends: readonly ('A' | 'Ad')[];
  /** Errors and seasons that multiply, too. */
  readonly multiplying: boolean;
}

/** Every form that was tried, the likeliest for its size first. */
export type EtsSearch = readonly EtsFit[];

/**
 * Fits a family, and orders it by AICc: at most errors A and M, trends N, A and Ad, seasons N, A and M, without
 * what Hyndman & Khandakar (2008, 2.1) leave out: a season that multiplies under an error that is added (unstable), and
 * trends that multiply. What is proportional needs positive values; a season needs more than one season of values and
 * at most 24 periods. Each form starts where a simpler one ended; forms that can't catch up are left out.
 *
 * `earlier`, of a shorter part of the same history, says where to start and which forms are worth a look.
 */
export function searchEts(
  space: EtsWorkspace,
  season: number,
  family: EtsFamily,
  earlier?: EtsSearch,
): EtsSearch {
  const tried = new Tried(space, season);
  if (earlier === undefined || earlier.length === 0) search(tried, space, season, family);
  else {
    const best = earlier[0].aicc;
    for (const fit of earlier) if (!(fit.aicc > best + FORGOTTEN)) tried.fit(fit.form, [fit]);
  }
  return tried.fits.sort((a, b) => a.aicc - b.aicc);
}

/** What has been fitted so far. */
class Tried {
  readonly fits: EtsFit[] = [];
  private readonly space: EtsWorkspace;
  private readonly season: number;
  private least = Number.POSITIVE_INFINITY;

  constructor(space: EtsWorkspace, season: number) {
    this.space = space;
    this.season = season;
  }

  /**
   * Searches from the most promising of the points; of the fits of one form the best stays. Where there are too few
   * values for AICc only the first form stands, which is the simplest.
   */
  fit(form: EtsForm, from: readonly EtsPoint[], limits: Partial<NewtonLimits> = {}): EtsFit | undefined {
    if (this.penalty(form) === Number.POSITIVE_INFINITY && this.fits.length > 0) return undefined;
    const fit = fitEts(form, this.season, this.space, from, limits);
    const at = this.fits.findIndex((other) => nameOfForm(other.form) === nameOfForm(form));
    if (fit === undefined) return at < 0 ? undefined : this.fits[at];
    if (at >= 0 && this.fits[at].aicc <= fit.aicc) return this.fits[at];
    this.fits[at < 0 ? this.fits.length : at] = fit;
    this.least = Math.min(this.least, fit.aicc);
    return fit;
  }

  /** The same from points that a smaller form's optimum is near: a search that can't beat the best so far may stop. */
  fitNested(form: EtsForm, from: readonly EtsPoint[]): EtsFit | undefined {
    return this.fit(form, from, { optimism: OPTIMISM, beat: this.least - this.penalty(form) });
  }

  /** What was found for the form's twin, whose errors are added: a start for it. */
  likeItWithAddedErrors(form: EtsForm): readonly EtsFit[] {
    const name = nameOfForm({ ...form, error: 'A' });
    return this.fits.filter((other) => nameOfForm(other.form) === name);
  }

  private penalty(form: EtsForm): number {
    return aiccPenalty(parameterCount(form, form.season === 'N' ? 1 : this.season), this.space.observed);
  }

  outOfReach(aicc: number): boolean {
    return aicc > this.least + OUT_OF_REACH;
  }
}

function search(tried: Tried, space: EtsWorkspace, season: number, family: EtsFamily): void {
  const { values, observed } = space;
  const level = tried.fit({ error: 'A', trend: 'N', season: 'N' }, levelSeeds(values));
  if (level === undefined || observed < 2) return;
  const seasonal = season > 1 && season <= LONGEST_SEASON && values.length > season;
  const added = seasonal ? likelierSeason(tried, space, season) : undefined;
  const bases = [level, ...(added ? [added] : [])].sort((a, b) => a.aicc - b.aicc);
  const positive = family.multiplying && isPositive(values);
  trends(tried, bases, family, positive);
  if (!positive) return;
  let proportional: EtsFit | undefined;
  for (const base of bases) {
    const fit = tried.fit({ ...base.form, error: 'M' }, otherLevels(base));
    if (fit === undefined) continue;
    if (fit.form.season === 'A') proportional = fit;
    trends(tried, [fit], family, true);
  }
  if (proportional === undefined) return;
  const multiplying = tried.fit(
    { error: 'M', trend: 'N', season: 'M' },
    otherLevels(multiplied(proportional)),
  );
  if (multiplying !== undefined) trends(tried, [multiplying], family, true);
}

/** Seasons that hardly change and seasons that do are two valleys; the deeper one counts. */
function likelierSeason(tried: Tried, space: EtsWorkspace, season: number): EtsFit | undefined {
  const form: EtsForm = { error: 'A', trend: 'N', season: 'A' };
  const [steady, changing] = seasonSeeds(space.values, season);
  tried.fit(form, steady);
  return tried.fit(form, changing);
}

/**
 * The family's trends on each form without one, the likeliest form first; one that this shows to be out of reach has none unless
 * `all` are asked for: how errors and seasons combine may matter more than any trend.
 */
function trends(tried: Tried, bases: readonly EtsFit[], family: EtsFamily, all: boolean): void {
  let gain = 0;
  for (const base of bases) {
    if (!all && tried.outOfReach(base.aicc - gain)) continue;
    let trended: EtsFit | undefined;
    for (const trend of family.trends) {
      const form = { ...base.form, trend };
      const [resting, moving] = trend === 'A' ? trendSeeds(base) : dampedSeeds(base, trended);
      if (base.form.error === 'M') resting.push(...tried.likeItWithAddedErrors(form));
      tried.fitNested(form, resting);
      trended = tried.fitNested(form, moving);
      if (trended !== undefined) gain = Math.max(gain, base.aicc - trended.aicc);
    }
  }
}
