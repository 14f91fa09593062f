import type { Import, Run } from '@shelfcast/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEvents } from './events.ts';
import { importIsOver, importQuery } from './imports.ts';
import { runIsOver, runQuery } from './runs.ts';

/** Keeps a run's query fresh while it is under way; what it changes is read again once it is published. */
export function useLiveRun(run: Run | undefined) {
  const queries = useQueryClient();
  return useEvents<Run>({
    url: `/v1/runs/${run?.run}/events`,
    event: 'run',
    active: run !== undefined && !runIsOver(run),
    isOver: runIsOver,
    onState: (state) => {
      queries.setQueryData(runQuery(state.run).queryKey, state);
      if (!runIsOver(state)) return;
      for (const key of ['overview', 'accuracy', 'series'])
        void queries.invalidateQueries({ queryKey: [key] });
      void queries.invalidateQueries({ queryKey: ['runs', 'list'] });
    },
  });
}

export function useLiveImport(one: Import | undefined) {
  const queries = useQueryClient();
  return useEvents<Import>({
    url: `/v1/imports/${one?.import}/events`,
    event: 'import',
    active: one !== undefined && !importIsOver(one),
    isOver: importIsOver,
    onState: (state) => {
      queries.setQueryData(importQuery(state.import).queryKey, state);
      if (!importIsOver(state)) return;
      void queries.invalidateQueries({ queryKey: ['imports', 'list'] });
      void queries.invalidateQueries({ queryKey: ['overview'] });
      void queries.invalidateQueries({ queryKey: ['data-health'] });
    },
  });
}
