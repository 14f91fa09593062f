import type { DataHealth as Shown } from '@shelfcast/contract';
import { type Day, formatDay } from '@shelfcast/domain';
import type { DataHealth, Example, Finding, HealthReport, LocationFreshness } from '@shelfcast/ledger';

type Report = NonNullable<Shown['report']>;

export function presentDataHealth({ report, madeAt, stale, today }: DataHealth): Shown {
  return {
    report: report && presentReport(report),
    made_at: madeAt?.toISOString() ?? null,
    making: stale,
    today: formatDay(today),
  };
}

function presentReport({ from, to, locationCount, locations, findings, ...counts }: HealthReport): Report {
  return {
    ...counts,
    from: dayOrNull(from),
    to: dayOrNull(to),
    location_count: locationCount,
    locations: locations.map(presentLocation),
    findings: findings.map(presentFinding),
  };
}

function presentLocation({ first, last, ...rest }: LocationFreshness): Report['locations'][number] {
  return { ...rest, first: formatDay(first), last: formatDay(last) };
}

function presentFinding({ examples, ...rest }: Finding): Report['findings'][number] {
  return { ...rest, examples: examples.map(presentExample) };
}

function presentExample({ from, to, ...rest }: Example): Report['findings'][number]['examples'][number] {
  return {
    ...rest,
    ...(from !== undefined && { from: formatDay(from) }),
    ...(to !== undefined && { to: formatDay(to) }),
  };
}

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day));
