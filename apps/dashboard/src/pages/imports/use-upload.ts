import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { importQuery } from '../../api/imports.ts';
import { whenSomebodyElse } from '../../api/session.ts';
import { uploadsQuery } from '../../api/upload.ts';
import { announce } from '../../components/announcer.tsx';
import { UploadQueue } from './upload-queue.ts';

/** Whoever shows uploads now: told of each that has become an import. */
let onMade: ConstructorParameters<typeof UploadQueue>[0] = () => {};

/** One for the whole dashboard: files go up while other pages are looked at. */
export const uploadQueue = new UploadQueue((made, alone) => {
  announce(`${made.file_name} has arrived`);
  onMade(made, alone);
});

// Another person at this browser has none of them: not in view, and not into their company.
whenSomebodyElse(() => uploadQueue.clear());

/** What goes up. A single file leads to its own page once it is there; several stay in view. */
export function useUploads() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  useEffect(() => {
    onMade = (made, alone) => {
      queries.setQueryData(importQuery(made.import).queryKey, made);
      refresh(queries);
      if (alone) void navigate({ to: '/imports/$import', params: { import: made.import } });
    };
    return () => {
      onMade = () => refresh(queries);
    };
  }, [navigate, queries]);
  return useSyncExternalStore(uploadQueue.subscribe, uploadQueue.all);
}

function refresh(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['imports', 'list'] });
  void queries.invalidateQueries({ queryKey: uploadsQuery.queryKey });
}
