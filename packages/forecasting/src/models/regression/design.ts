import type { SeriesInput } from '../../contract.ts';
import type { Prior } from '../../kernels/least-squares/least-squares-evidence.ts';
import { harmonicWeight, type Waves, wavesOf, writeWaves } from './fourier.ts';
import { inUnits, type KnownColumn, knownColumns } from './known-columns.ts';

/** What kinds of columns there are; the coefficients of each kind share a prior whose strength the data choose. */
const Kind = { level: 0, season: 1, wave: 2, frequent: 3, rare: 4, interaction: 5 } as const;
const KINDS = 6;

/** Seasons up to this get a dummy a phase: 52 weeks do, and 365 days would be a day's noise each. */
const MOST_PHASES = 60;
/** Seasons from this on get waves too, because neighbouring phases of a year are alike. */
const FEWEST_SMOOTH_PHASES = 26;
/** In seasons up to this a frequent column may act differently by phase, as promotions do on Mondays and on Saturdays. */
const MOST_INTERACTING_PHASES = 14;
/** Columns less active than this are events with a prior of their own. */
const RARE = 0.05;
/** Columns at least this active meet each phase often enough to show what they do there. */
const INTERACTING = 0.15;
/** Columns by phase multiply: the few most active ones are what weekdays were ever seen to matter for. */
const MOST_INTERACTING = 4;
/** Before the data a level may be anything: a million times the variance of an error. */
const LEVEL_STRENGTH = 1e6;

/** The columns of a regression, compiled from a history: rows for any period, also of a series that goes on. */
export interface Design {
  readonly width: number;
  readonly names: readonly string[];
  readonly prior: Prior;
  /** How many columns, the first ones, are always there: the level and the season. */
  readonly base: number;
  /** Strengths of the kinds' priors to begin with. */
  readonly strengths: Float64Array;
  /** Rows of periods [from, to), each `stride` long, of which the design fills the first `width`. */
  rows(known: SeriesInput['known'], from: number, to: number, stride?: number): Float64Array;
  /** The design without the columns of some kinds, and which of its columns are left. */
  only(kept: (kind: number) => boolean): { readonly design: Design; readonly left: Int32Array };
}

/** What a design is made of. */
interface Parts {
  readonly phases: number;
  readonly waves: readonly Waves[];
  readonly columns: readonly KnownColumn[];
  /** Columns of those above that act by phase, too. */
  readonly interacting: readonly number[];
}

/**
 * A level; a dummy for each phase of the season; waves for long seasons; the known columns; and frequent columns by phase.
 * Dummies need no reference phase and nothing to sum to zero, because their prior draws them towards the level.
 */
export function designOf({ values, season, seasons, known }: SeriesInput, observed: Uint8Array): Design {
  const phases = season > 1 && season <= MOST_PHASES ? season : 0;
  const smooth = season >= FEWEST_SMOOTH_PHASES ? [season] : [];
  const columns = knownColumns(known, observed);
  return compile({
    phases,
    waves: wavesOf([...smooth, ...(seasons ?? []).filter((long) => long > season)], values.length),
    columns,
    interacting: phases <= MOST_INTERACTING_PHASES ? mostActive(columns) : [],
  });
}

function compile(parts: Parts): Design {
  const { phases, waves, columns, interacting } = parts;
  const names: string[] = [];
  const groups: number[] = [];
  const weights: number[] = [];
  const add = (name: string, group: number, weight = 1): void => {
    names.push(name);
    groups.push(group);
    weights.push(weight);
  };
  add('level', Kind.level);
  for (let phase = 0; phase < phases; phase++) add(`phase ${phase}`, Kind.season);
  for (const { season: long, harmonics } of waves)
    for (let k = 1; k <= harmonics; k++) {
      add(`cos ${k}/${long}`, Kind.wave, harmonicWeight(k));
      add(`sin ${k}/${long}`, Kind.wave, harmonicWeight(k));
    }
  for (const column of columns) add(column.name, kindOf(column));
  for (const i of interacting)
    for (let phase = 0; phase < phases; phase++) add(`${columns[i].name} × phase ${phase}`, Kind.interaction);

  const width = names.length;
  const strengths = new Float64Array(KINDS).fill(1);
  strengths[Kind.level] = LEVEL_STRENGTH;
  return {
    width,
    names,
    prior: {
      groups: Uint8Array.from(groups),
      weights: Float64Array.from(weights),
      count: KINDS,
      fixed: Kind.level,
    },
    base: 1 + phases,
    strengths,
    rows(given, from, to, stride = width) {
      const rows = new Float64Array((to - from) * stride);
      const series = columns.map(({ index }) => given?.columns[index]);
      // Most of a calendar is zeros.
      const zeros = columns.map((column) => inUnits(0, column));
      for (let t = from; t < to; t++) {
        const row = (t - from) * stride;
        rows[row] = 1;
        if (phases > 0) rows[row + 1 + (t % phases)] = 1;
        let at = row + 1 + phases;
        for (const wave of waves) {
          writeWaves(wave, t, rows, at);
          at += 2 * wave.harmonics;
        }
        const first = at;
        for (let i = 0; i < columns.length; i++) {
          const value = series[i]?.[t];
          rows[at++] = value === 0 ? zeros[i] : inUnits(value, columns[i]);
        }
        for (const i of interacting) {
          rows[at + (t % phases)] = rows[first + i];
          at += phases;
        }
      }
      return rows;
    },
    only(kept) {
      const byPhase = kept(Kind.interaction) ? interacting : [];
      // A column that acts by phase needs what it does in all of them.
      const stays = columns.map((column, i) => kept(kindOf(column)) || byPhase.includes(i));
      const stay = columns.filter((_, i) => stays[i]);
      const first = groups.indexOf(Kind.interaction);
      const design = compile({
        phases,
        waves: kept(Kind.wave) ? waves : [],
        columns: stay,
        interacting: byPhase.map((i) => stay.indexOf(columns[i])),
      });
      const known = (first < 0 ? width : first) - columns.length;
      const left = Int32Array.from(groups.keys()).filter((j) =>
        j >= known && j < known + columns.length
          ? stays[j - known]
          : groups[j] === Kind.level || groups[j] === Kind.season || kept(groups[j]),
      );
      return { design, left };
    },
  };
}

function kindOf({ activity }: KnownColumn): number {
  return activity < RARE ? Kind.rare : Kind.frequent;
}

/** Indices of the columns that may act by phase, in their order. */
function mostActive(columns: readonly KnownColumn[]): number[] {
  return columns
    .map(({ activity }, index) => ({ activity, index }))
    .filter(({ activity }) => activity >= INTERACTING)
    .toSorted((a, b) => b.activity - a.activity)
    .slice(0, MOST_INTERACTING)
    .map(({ index }) => index)
    .toSorted((a, b) => a - b);
}
