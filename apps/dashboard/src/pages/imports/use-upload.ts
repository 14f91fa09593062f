import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { importQuery } from '../../api/imports.ts';
import { uploadFile } from '../../api/upload.ts';
import { announce } from '../../components/announcer.tsx';

interface Start {
  readonly file: File;
  readonly forecast: boolean;
}

/** One upload at a time; leaving the page stops it, and a retry is a new intention only if the content changed. */
export function useUpload() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  const startedAt = useRef(0);
  useEffect(() => () => running.current?.abort(), []);

  const start = ({ file, forecast }: Start) => {
    const controller = new AbortController();
    running.current = controller;
    startedAt.current = Date.now();
    setError(null);
    setSent(0);
    announce(`Sending ${file.name}`);
    uploadFile({ file, forecast, intention: crypto.randomUUID() }, setSent, controller.signal)
      .then((one) => {
        queries.setQueryData(importQuery(one.import).queryKey, one);
        void queries.invalidateQueries({ queryKey: ['imports', 'list'] });
        void navigate({ to: '/imports/$import', params: { import: one.import } });
      })
      .catch((problem: unknown) => {
        if (!controller.signal.aborted) setError(problem);
      })
      .finally(() => setSent(null));
  };

  return {
    start,
    stop: () => running.current?.abort(),
    reset: () => setError(null),
    sending: sent !== null,
    sent: sent ?? 0,
    error,
    elapsed: () => (Date.now() - startedAt.current) / 1000,
  };
}
