import type { DataHealth, HealthReport } from '@shelfcast/contract';
import { stepPeriods } from '../format/periods.ts';
import { FIRST_AHEAD, HISTORY_FROM, ORIGIN } from './demand.ts';
import { locations, productAt } from './shop.ts';
import type { World } from './world.ts';

const STRIP_DAYS = 56;
const before = (days: number) => stepPeriods(ORIGIN, -days, 'D');
const placeOf = ({ location, code, name }: { location: number; code: string; name: string }) => ({
  location,
  code,
  name,
});
const productOf = (index: number) => ({ code: productAt(index).code, name: productAt(index).name });

/** The report on the stand-in shop: York's file is late, Leeds has a hole, and so on. */
export function dataHealthOf(world: World): DataHealth {
  const { count } = world.series;
  const nothing = { made_at: null, making: world.making, today: FIRST_AHEAD };
  if (count === 0) return { ...nothing, report: null };
  return { ...nothing, made_at: `${ORIGIN}T19:02:10.000Z`, report: reportOf(count) };
}

function reportOf(series: number): HealthReport {
  const [london, brighton, , leeds, , york] = locations;
  const common = { of: series, days: null };
  return {
    from: HISTORY_FROM,
    to: ORIGIN,
    products: Math.ceil(series / locations.length),
    series,
    location_count: locations.length,
    units: 1_482_300,
    locations: locations
      .map((place) => ({
        ...placeOf(place),
        first: HISTORY_FROM,
        last: place === york ? before(8) : ORIGIN,
        behind: place === york ? 7 : 0,
        coverage: place === york ? 0.98 : place === leeds ? 0.995 : 1,
        strip: stripOf(place.closedOn, place === york ? 8 : 0, place === leeds ? [30, 31, 32] : []),
      }))
      .sort((a, b) => b.behind - a.behind),
    findings: [
      {
        kind: 'locations-behind',
        severity: 'act',
        count: 1,
        of: locations.length,
        days: 7,
        units: 1830,
        examples: [{ location: placeOf(york), from: before(8), days: 7, units: 1830 }],
      },
      {
        ...common,
        kind: 'stock-outs',
        severity: 'look',
        count: 42,
        days: 305,
        units: 4120,
        examples: [
          {
            series: 3,
            product: productOf(0),
            location: placeOf(locations[2]),
            from: before(90),
            to: before(61),
            days: 12,
            units: 210,
            usual: 17.5,
            stated: 12,
          },
          {
            series: 8,
            product: productOf(1),
            location: placeOf(brighton),
            from: before(40),
            to: before(36),
            days: 5,
            units: 64,
            usual: 12.8,
            stated: 0,
          },
        ],
      },
      {
        kind: 'gaps',
        severity: 'look',
        count: 1,
        of: locations.length,
        days: 3,
        units: 940,
        examples: [{ location: placeOf(leeds), from: before(25), to: before(23), days: 3, units: 940 }],
      },
      {
        ...common,
        kind: 'outliers',
        severity: 'look',
        count: 2,
        days: 2,
        units: 655,
        examples: [
          {
            series: 1,
            product: productOf(0),
            location: placeOf(london),
            from: before(120),
            to: before(120),
            units: 480,
            usual: 22,
            import: 4,
          },
          {
            series: 13,
            product: productOf(2),
            location: placeOf(london),
            from: before(201),
            to: before(201),
            units: 204,
            usual: 7,
            import: 4,
          },
        ],
      },
      {
        ...common,
        kind: 'short-history',
        severity: 'note',
        count: 18,
        units: 402,
        examples: [
          { series: 20, product: productOf(3), location: placeOf(brighton), from: before(30), units: 61 },
        ],
      },
      {
        kind: 'no-name',
        severity: 'note',
        count: 9,
        of: Math.ceil(series / locations.length),
        days: null,
        units: 0,
        examples: [{ product: { code: '90210', name: null } }],
      },
    ],
  };
}

function stripOf(closedOn: number | null, late: number, holes: readonly number[]): string {
  return Array.from({ length: STRIP_DAYS }, (_, i) => {
    const day = new Date(`${before(STRIP_DAYS - 1 - i)}T00:00:00Z`);
    if (closedOn !== null && day.getUTCDay() === closedOn) return 'c';
    return i >= STRIP_DAYS - late || holes.includes(i) ? 'n' : 's';
  }).join('');
}
