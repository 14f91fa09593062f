import { useInfiniteQuery } from '@tanstack/react-query';
import { importIsOver, importsQuery } from '../../api/imports.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SkeletonPage } from '../../components/skeleton.tsx';
import { dayRange } from '../../format/dates.ts';
import { ImportTable } from './import-table.tsx';
import styles from './imports.module.css';
import { UploadPanel } from './upload-panel.tsx';

/** While files are checked or loaded here: each has its own page for every step. */
const LOOK_AGAIN_MILLISECONDS = 3_000;

/** Sales on their way in, and what became of every file before. */
export function ImportsPage() {
  const list = useInfiniteQuery({
    ...importsQuery,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((one) => !importIsOver(one)))
        ? LOOK_AGAIN_MILLISECONDS
        : false,
  });
  if (list.isPending) return <SkeletonPage label="Loading imports" />;
  const imports = list.data?.pages.flatMap((page) => page.items) ?? [];
  const loaded = imports.filter((one) => one.state === 'committed');
  const days = loaded.flatMap((one) => [one.first_sold_on, one.last_sold_on]).filter((day) => day !== null);
  days.sort();
  return (
    <div>
      <PageTitle
        tab="Imports"
        below="The same file twice changes nothing, a corrected file replaces what it corrects, and every import can be undone."
      >
        {days.length > 0 ? `Your sales are in: ${dayRange(days[0]!, days.at(-1)!)}` : 'Bring in your sales'}
      </PageTitle>
      <div className={styles.stack}>
        <UploadPanel />
        {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {imports.length > 0 && (
          <ImportTable imports={imports} more={list.hasNextPage} onMore={() => void list.fetchNextPage()} />
        )}
      </div>
    </div>
  );
}
