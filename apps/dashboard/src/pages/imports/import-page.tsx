import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { importIsOver, importQuery } from '../../api/imports.ts';
import { useLiveImport } from '../../api/live.ts';
import { Badge } from '../../components/badge.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Panel } from '../../components/panel.tsx';
import { dayRange, moment } from '../../format/dates.ts';
import { bytes } from '../../format/numbers.ts';
import { ImportCauses } from './import-causes.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import styles from './imports.module.css';
import { Review } from './review/review.tsx';
import { UndoImport } from './undo-import.tsx';
import { importAnswer, importState } from './words.ts';

const route = getRouteApi('/inside/imports/$import');

/** One file: live while it loads, then the account of every row. */
export function ImportPage() {
  const { import: id } = route.useParams();
  const { data: one } = useSuspenseQuery(importQuery(id));
  const connection = useLiveImport(one);
  return (
    <div>
      <PageTitle
        tab={one.file_name}
        above={
          <>
            <Link to="/imports">Imports</Link> / {one.file_name}{' '}
            <Badge tone={importState(one).tone}>{importState(one).word}</Badge>
          </>
        }
        below={`${bytes(one.file_bytes)}, ${moment(one.created_at)}${one.created_by ? ` by ${one.created_by}` : ''}${
          one.first_sold_on && one.last_sold_on
            ? `. Sales of ${dayRange(one.first_sold_on, one.last_sold_on)}`
            : ''
        }.`}
        actions={one.state === 'committed' && <UndoImport one={one} />}
      >
        {importAnswer(one)}
      </PageTitle>
      <div className={styles.stack}>
        {one.failure && (
          <Notice
            tone="bad"
            title={one.failure.title}
            actions={<Link to="/imports">Try again with another file</Link>}
          >
            {one.failure.detail} {one.failure.remedy}
          </Notice>
        )}
        {one.state === 'surveyed' && <Review key={one.import} one={one} />}
        {!importIsOver(one) && (
          <Panel title="How far it is">
            <ImportProgress one={one} connection={connection} />
          </Panel>
        )}
        {one.state === 'unchanged' && one.same_as !== null && (
          <Notice title="The same content is already in">
            It came with{' '}
            <Link to="/imports/$import" params={{ import: one.same_as }}>
              import {one.same_as}
            </Link>
            . Nothing was added, nothing was counted twice.
          </Notice>
        )}
        {one.correction_of !== null && (
          <Notice title="Corrected rows of an earlier file">
            They take their place in{' '}
            <Link to="/imports/$import" params={{ import: one.correction_of }}>
              import {one.correction_of}
            </Link>
            . Undoing this import takes back the corrections alone; undoing that one takes back both.
          </Notice>
        )}
        {importIsOver(one) && one.rows_in > 0 && <ImportResult one={one} />}
        <ImportCauses one={one} />
        {one.run !== null && (
          <Notice title="New forecasts with these sales">
            <Link to="/runs/$run" params={{ run: one.run }}>
              Follow run {one.run}
            </Link>
          </Notice>
        )}
      </div>
    </div>
  );
}
