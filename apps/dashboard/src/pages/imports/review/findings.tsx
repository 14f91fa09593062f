import type { ImportSurvey } from '@shelfcast/contract';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { dayRange, plainDay } from '../../../format/dates.ts';
import { count, counted, roundUnits } from '../../../format/numbers.ts';
import styles from './review.module.css';

type Report = NonNullable<ImportSurvey['report']>;
/** Of each kind this many are named; the number says how many there are. */
const NAMED = 5;

/** What a person should know before loading: not errors, but worth a look. */
export function Findings({ report }: { report: Report }) {
  const findings = [
    gaps(report),
    spikes(report),
    repeats(report),
    returns(report),
    privacy(report),
    money(report),
  ].filter((finding) => finding !== null);
  if (findings.length === 0) return null;
  return (
    <Panel title="Worth a look">
      <ul className={styles.findings}>
        {findings.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface Finding {
  readonly title: string;
  readonly text: ReactNode;
}

function gaps({ gaps }: Report): Finding | null {
  if (gaps.length === 0) return null;
  const named = gaps
    .slice(0, NAMED)
    .map(({ location, from, to, days }) => `${location}, ${dayRange(from, to)} (${days} days)`);
  return {
    title: `${counted(gaps.length, 'stretch', 'stretches')} without any sale`,
    text: `${named.join('; ')}. Closed, or missing from the export? A closed day is no day of zero sales.`,
  };
}

function spikes({ spikes }: Report): Finding | null {
  if (spikes.length === 0) return null;
  const named = spikes
    .slice(0, NAMED)
    .map(
      ({ day, units, usual }) =>
        `${plainDay(day)}: ${roundUnits(units)} instead of about ${roundUnits(usual)}`,
    );
  return {
    title: `${counted(spikes.length, 'day')} far above the days around it`,
    text: `${named.join('; ')}. A typing error, a wholesale order, or a real rush?`,
  };
}

function repeats({ repeated_lines: lines }: Report): Finding | null {
  if (lines === 0) return null;
  return {
    title: `${counted(lines, 'line')} stand in their order twice`,
    text: 'They are loaded as they are: the same product rung up twice is common. Loading the file again never doubles anything.',
  };
}

function returns({ units_returned: units }: Report): Finding | null {
  if (units <= 0) return null;
  return {
    title: `${roundUnits(units)} units came back`,
    text: 'Returns are kept apart from sales, with their own day.',
  };
}

function privacy({ personal_columns: columns }: Report): Finding | null {
  if (columns.length === 0) return null;
  return {
    title: `${counted(columns.length, 'column')} about people will not be stored`,
    text: `${columns.join(', ')}. No forecast needs them.`,
  };
}

function money({ currencies, units }: Report): Finding | null {
  if (currencies.length < 2 && units.length < 2) return null;
  const several = [
    currencies.length > 1 && currencies.join(', '),
    units.length > 1 && units.join(', '),
  ].filter(Boolean);
  return {
    title: `${count(currencies.length)} currencies and ${count(units.length)} units of measure`,
    text: `${several.join('; ')}. They are never added up.`,
  };
}
