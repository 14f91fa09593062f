import { type Static, Type } from 'typebox';
import { Day, DayOrNull, Id, InstantOrNull, integerOrNull, oneOf, refOrNull, textOrNull } from './schema.ts';

export const findingKinds = [
  'locations-behind',
  'locations-gone',
  'gaps',
  'low-coverage',
  'short-history',
  'young-ledger',
  'stopped',
  'stock-outs',
  'outliers',
  'returns-above-sales',
  'no-name',
  'negative-stock',
  'currencies-mixed',
  'future-sales',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export const severities = ['act', 'look', 'note'] as const;

const named = { code: Type.String(), name: textOrNull() };

/** One case of a finding. What does not apply is absent. */
const example = Type.Object({
  series: Type.Optional(Id),
  product: Type.Optional(Type.Object(named)),
  location: Type.Optional(Type.Object({ location: Id, ...named })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  days: Type.Optional(Type.Integer({ description: 'How many days of those it is about.' })),
  units: Type.Optional(
    Type.Number({ description: 'Units sold, returned, missing or on hand: what the finding speaks of.' }),
  ),
  usual: Type.Optional(Type.Number({ description: 'Units that would be usual.' })),
  currency: Type.Optional(Type.String()),
  stated: Type.Optional(
    Type.Integer({
      description: 'Of the days without stock, those that a file states; the others are inferred.',
    }),
  ),
  import: Type.Optional(Type.Integer({ minimum: 1, description: 'The import that brought it.' })),
});

const finding = Type.Object({
  kind: oneOf(findingKinds, {
    description:
      '`locations-behind`: their sales end before the others’. `locations-gone`: no sale for eight weeks of open days. `gaps`: days without any sale at a location that sells on nearly every day, but for stated closures, weekly days off and holidays. `low-coverage`: a location sells on so few days that a missing day can’t be told from a quiet one. `short-history`: products younger than eight weeks. `young-ledger`: sales go back less than two years. `stopped`: products that stopped selling while their location went on. `stock-outs`: days without stock, stated or inferred. `outliers`: days over five times the median of their series and eight spreads above it. `returns-above-sales`: more came back than was sold. `no-name`: products known by their code only. `negative-stock`: less than nothing on hand. `currencies-mixed`: sums of money in several currencies. `future-sales`: sales on days to come.',
  }),
  severity: oneOf(severities, {
    description:
      '`act`: forecasts are wrong until it is mended. `look`: somebody should. `note`: good to know.',
  }),
  count: Type.Integer({
    description: 'How many of what the kind names: locations, gaps, series, products …',
  }),
  of: Type.Integer({ description: 'Of how many.' }),
  days: integerOrNull({ description: 'Days concerned, added up.' }),
  units: Type.Number({
    description:
      'Units of sales it touches: sold, or usual where they are missing. Findings come by severity, then by these.',
  }),
  examples: Type.Array(example, { description: 'At most eight, those that touch the most first.' }),
});

export const HealthReport = Type.Object(
  {
    from: DayOrNull,
    to: textOrNull({ format: 'date', description: 'The last day with sales; days to come are left out.' }),
    products: Type.Integer(),
    series: Type.Integer(),
    location_count: Type.Integer(),
    units: Type.Number({ description: 'All units sold.' }),
    locations: Type.Array(
      Type.Object({
        location: Id,
        ...named,
        first: Day,
        last: Type.String({ format: 'date', description: 'The last day with sales.' }),
        behind: Type.Integer({
          description: 'Open days since then, up to `to`; 0 where such a silence is usual for the location.',
        }),
        coverage: Type.Number({ description: 'Of the days it was open, the share with sales: 0 … 1.' }),
        strip: Type.String({
          description:
            'A letter a day, eight weeks, the last one is `to`: `s` sold, `c` closed, `n` open and nothing sold, `.` before its first sale.',
        }),
      }),
      { description: 'At most 200: those furthest behind, then those that sell the most.' },
    ),
    findings: Type.Array(finding),
  },
  { $id: 'HealthReport' },
);
export type HealthReport = Static<typeof HealthReport>;

/** What a tenant's sales are like to forecast from. Made in the background whenever they change. */
export const DataHealth = Type.Object(
  {
    report: refOrNull(HealthReport),
    made_at: InstantOrNull,
    making: Type.Boolean({ description: 'Sales have changed since, and a newer report is being made.' }),
    today: Type.String({ format: 'date', description: 'Today where the tenant is.' }),
  },
  { $id: 'DataHealth' },
);
export type DataHealth = Static<typeof DataHealth>;
