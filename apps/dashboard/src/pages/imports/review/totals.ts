import type { ImportSurvey } from '@shelfcast/contract';
import { locale as ownLocale } from '../../../format/locale.ts';

type Day = NonNullable<ImportSurvey['report']>['days'][number];

/** One row of a table of totals. */
export interface Total {
  readonly key: string;
  readonly name: string;
  readonly lines: number;
  readonly units: number;
  readonly revenue: string | null;
}

/** Sums of months. Money is added up in ten-thousandths, so that it stays exact. */
export function totalsByMonth(days: readonly Day[], locale = ownLocale): Total[] {
  const months = new Map<string, { lines: number; units: number; parts: bigint; priced: boolean }>();
  for (const { day, lines, units, revenue } of days) {
    const key = day.slice(0, 7);
    const month = months.get(key) ?? { lines: 0, units: 0, parts: 0n, priced: false };
    month.lines += lines;
    month.units += units;
    if (revenue !== null) {
      month.parts += parts(revenue);
      month.priced = true;
    }
    months.set(key, month);
  }
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return [...months].map(([key, { parts, priced, ...sums }]) => ({
    ...sums,
    key,
    name: format.format(new Date(`${key}-01T00:00:00Z`)),
    revenue: priced ? decimal(parts) : null,
  }));
}

function parts(decimal: string): bigint {
  const [whole, rest = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole + rest.padEnd(4, '0').slice(0, 4));
  return decimal.startsWith('-') ? -value : value;
}

function decimal(parts: bigint): string {
  const absolute = parts < 0n ? -parts : parts;
  const digits = absolute.toString().padStart(5, '0');
  const rest = digits.slice(-4);
  return `${parts < 0n ? '-' : ''}${digits.slice(0, -4)}.${rest.endsWith('00') ? rest.slice(0, 2) : rest}`;
}
