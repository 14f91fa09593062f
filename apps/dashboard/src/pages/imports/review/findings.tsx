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
    correction(report),
    disagreements(report),
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

/** What a column is known by, where its name does not tell. */
const KINDS: Record<Report['personal'][number]['why'], string> = {
  name: '',
  'e-mail': 'e-mail addresses',
  phone: 'phone numbers',
  card: 'card numbers',
  iban: 'bank accounts',
  person: 'people’s names',
  address: 'addresses',
};

function privacy({ personal_columns: columns, personal }: Report): Finding | null {
  if (columns.length === 0) return null;
  const why = new Map(personal.map(({ column, why }) => [column, KINDS[why]]));
  const named = columns.map((column) => (why.get(column) ? `${column} (holds ${why.get(column)})` : column));
  return {
    title: `${counted(columns.length, 'column')} about people will not be stored`,
    text: `${named.join(', ')}. No forecast needs them.`,
  };
}

function correction({ correction_of: original, rows }: Report): Finding | null {
  if (original === null) return null;
  return {
    title: `${counted(rows.loaded, 'corrected row')} of import ${original}`,
    text: 'They take the place of the rows that were rejected there. Read as that file was read; nothing is counted twice.',
  };
}

/** Totals that the file states: those the rows don’t add up to, or that all of them do. */
function disagreements({ stated_totals: totals }: Report): Finding | null {
  if (totals.length === 0) return null;
  const wrong = totals.filter(({ agrees }) => !agrees);
  const of = (day: string | null) => (day === null ? '' : ` of ${plainDay(day)}`);
  if (wrong.length === 0) {
    const { day, field, stated } = totals.at(-1)!;
    return {
      title: 'The file’s own totals agree with its rows',
      text: `${counted(totals.length, 'total')} checked: ${field}${of(day)} is ${stated} in the file and in the sum of its rows.`,
    };
  }
  const named = wrong
    .slice(0, NAMED)
    .map(
      ({ day, field, stated, ours }) =>
        `${field}${of(day)}: the file says ${stated}, the rows to be loaded sum to ${ours}`,
    );
  return {
    title: `${counted(wrong.length, 'total')} of the file’s own ${wrong.length === 1 ? 'differs' : 'differ'} from its rows`,
    text: `${named.join('; ')}. Rows that would be left out, below, are the usual reason.`,
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
