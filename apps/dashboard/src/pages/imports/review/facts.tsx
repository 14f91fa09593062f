import type { ImportSurvey } from '@shelfcast/contract';
import { Panel } from '../../../components/panel.tsx';
import { Stat, Stats } from '../../../components/stat.tsx';
import table from '../../../components/table.module.css';
import { dayRange, plainDay } from '../../../format/dates.ts';
import { locale } from '../../../format/locale.ts';
import { count, counted } from '../../../format/numbers.ts';
import { causeWords, shareOf } from '../words.ts';
import { newNote } from './decision.tsx';
import { weekdayWords } from './fact-words.ts';

type Report = NonNullable<ImportSurvey['report']>;
type Facts = NonNullable<Report['facts']>;

/** What a file without sales states, in a few numbers. */
export function FactStats({ report, facts }: { report: Report; facts: Facts }) {
  const { rows, products, locations } = report;
  return (
    <Stats>
      {products.count > 0 && (
        <Stat
          label="Products"
          value={`${count(products.count)}${products.more ? '+' : ''}`}
          note={newNote(products.new)}
        />
      )}
      {facts.locations > 0 && (
        <Stat label="Locations" value={count(facts.locations)} note={newNote(locations.new)} />
      )}
      {facts.first_day && facts.last_day && (
        <Stat
          label="Days"
          value={dayRange(facts.first_day, facts.last_day)}
          note={facts.planned > 0 ? `${counted(facts.planned, 'row')} from a day to come` : undefined}
        />
      )}
      <Stat label="Can’t be used" value={count(rows.rejected)} note={shareOf(rows.rejected, rows.in)} />
    </Stats>
  );
}

/** The first rows as they were understood, to see that no column was taken for another. */
export function FactExamples({ facts }: { facts: Facts }) {
  const { columns, rows } = facts.examples;
  if (rows.length === 0) return null;
  const said = facts.says.map(({ name, rows: many }) => `${causeWords(name)} (${count(many)})`);
  return (
    <Panel
      title="As it was understood"
      lead={said.length > 0 ? `Stated, and by how many rows: ${said.join(', ')}.` : undefined}
      flush
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={table.scroll} tabIndex={0} aria-label="First rows as they were understood">
        <table className={table.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {causeWords(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file may be equal
              <tr key={at}>
                {columns.map((column, i) => (
                  <td key={column}>{shown(column, row[i] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

const DAYS: ReadonlySet<string> = new Set(['day', 'until', 'from', 'to']);

function shown(column: string, value: string): string {
  if (value === '') return '';
  if (column === 'weekday') return weekdayWords(value, locale);
  return DAYS.has(column) && /^\d{4}-\d\d-\d\d$/.test(value) ? plainDay(value) : value;
}
