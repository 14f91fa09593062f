import type { ImportSurvey } from '@shelfcast/contract';
import { useState } from 'react';
import type { useDecideImport } from '../../../api/imports.ts';
import { useWhyReadOnly } from '../../../api/session.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Stat, Stats } from '../../../components/stat.tsx';
import { dayRange } from '../../../format/dates.ts';
import { count, counted } from '../../../format/numbers.ts';
import { shareOf } from '../words.ts';
import { AFTERWARDS, factsAnswer } from './fact-words.ts';
import { FactStats } from './facts.tsx';
import { layoutWords } from './layouts.ts';
import styles from './review.module.css';

interface Props {
  readonly report: NonNullable<ImportSurvey['report']>;
  readonly decide: ReturnType<typeof useDecideImport>;
  readonly onRemap: () => void;
}

/** The file in four numbers, and what to do with it. */
export function Decision({ report, decide, onRemap }: Props) {
  const readOnly = useWhyReadOnly();
  const [intention] = useState(() => crypto.randomUUID());
  const { rows, kind, facts } = report;
  const busy = decide.confirm.isPending || decide.discard.isPending ? 'One moment …' : null;
  const nothing = rows.loaded === 0 ? 'None of its rows could be used.' : null;
  return (
    <>
      {(decide.confirm.error ?? decide.discard.error) && (
        <ProblemNotice error={decide.confirm.error ?? decide.discard.error} />
      )}
      <Panel
        title={facts ? factsAnswer(report) : 'What is in this file'}
        lead={
          kind === 'sales'
            ? `${layoutWords(report.layout)}. Nothing has been written yet: compare it with your till, then load it.`
            : `${layoutWords(report.layout)}. Nothing has been written yet. ${AFTERWARDS[kind]} It can be undone.`
        }
        actions={
          <>
            <Button
              look="quiet"
              why={readOnly ?? busy}
              onClick={() =>
                decide.discard.mutate(`discard-${intention}`, {
                  onSuccess: () => announce('The file was discarded'),
                })
              }
            >
              Discard
            </Button>
            <Button why={readOnly ?? busy} onClick={onRemap}>
              Change columns
            </Button>
            <Button
              look="primary"
              why={readOnly ?? nothing ?? busy}
              onClick={() => decide.confirm.mutate(`confirm-${intention}`)}
            >
              Load {counted(rows.loaded, 'row')}
            </Button>
          </>
        }
      >
        <p className={styles.account}>
          {counted(rows.in, 'row')} = {count(rows.loaded)} to load + {count(rows.skipped)}{' '}
          {facts ? 'that state nothing' : 'without a sale'} + {count(rows.rejected)} that can’t be used
        </p>
      </Panel>
      {facts ? <FactStats report={report} facts={facts} /> : <SaleStats report={report} />}
    </>
  );
}

function SaleStats({ report }: Pick<Props, 'report'>) {
  const { rows, products, locations } = report;
  return (
    <Stats>
      <Stat
        label="Sales of"
        value={
          report.first_sold_on && report.last_sold_on
            ? dayRange(report.first_sold_on, report.last_sold_on)
            : 'no day'
        }
        note={counted(report.days.length, 'selling day')}
      />
      <Stat
        label="Products"
        value={`${count(products.count)}${products.more ? '+' : ''}`}
        note={newNote(products.new)}
      />
      <Stat label="Locations" value={count(locations.list.length)} note={newNote(locations.new)} />
      <Stat label="Can’t be used" value={count(rows.rejected)} note={shareOf(rows.rejected, rows.in)} />
    </Stats>
  );
}

/** New codes are no error; many of them where there were few mean that a column was mixed up. */
export function newNote({ count: many, examples }: { count: number; examples: string[] }) {
  if (many === 0) return 'all known already';
  return `${count(many)} new: ${examples.slice(0, 3).join(', ')}${many > 3 ? ' …' : ''}`;
}
