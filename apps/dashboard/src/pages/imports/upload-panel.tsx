import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWhyReadOnly } from '../../api/session.ts';
import { discardUpload, uploadsQuery } from '../../api/upload.ts';
import { announce } from '../../components/announcer.tsx';
import { Panel } from '../../components/panel.tsx';
import { counted } from '../../format/numbers.ts';
import { DropZone } from './drop-zone.tsx';
import styles from './imports.module.css';
import { UnfinishedUploads } from './unfinished-uploads.tsx';
import type { Sending } from './upload-queue.ts';
import { UploadRow } from './upload-row.tsx';
import { uploadQueue, useUploads } from './use-upload.ts';

/** Choose files and watch them go up; their own pages then say what they hold, before anything of it is loaded. */
export function UploadPanel() {
  const readOnly = useWhyReadOnly();
  const queries = useQueryClient();
  const [forecast, setForecast] = useState(true);
  const sending = useUploads();

  const send = (files: readonly File[]) => {
    announce(files.length === 1 ? `Sending ${files[0]!.name}` : `Sending ${files.length} files`);
    uploadQueue.add(files, forecast);
  };
  const discard = async ({ fingerprint }: Sending) => {
    uploadQueue.forget(fingerprint);
    const { items } = await queries.fetchQuery({ ...uploadsQuery, staleTime: 0 });
    const there = items.find((one) => one.fingerprint === fingerprint);
    // Left undone by a broken line, it is offered among the unfinished ones.
    if (there) await discardUpload(there.upload).catch(() => {});
    void queries.invalidateQueries({ queryKey: uploadsQuery.queryKey });
  };

  return (
    <>
      {sending.length > 0 && (
        <Panel title={titleOf(sending)}>
          <div className={styles.stack}>
            {sending.map((one) => (
              <UploadRow key={one.fingerprint} one={one} onDiscard={() => void discard(one)} />
            ))}
          </div>
        </Panel>
      )}
      <UnfinishedUploads sending={sending} why={readOnly} onFile={(file) => send([file])} />
      <Panel title="Import a file">
        <div className={styles.form}>
          <DropZone why={readOnly} onFiles={send} />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={forecast}
              onChange={(event) => setForecast(event.target.checked)}
            />
            Make new forecasts once it is loaded
          </label>
        </div>
      </Panel>
    </>
  );
}

function titleOf(sending: readonly Sending[]): string {
  const going = sending.filter(
    ({ state }) => state === 'sending' || state === 'waiting' || state === 'in line',
  );
  if (going.length > 1) return `Sending ${counted(going.length, 'file')}, one after the other`;
  if (going.length === 1) return `Sending ${going[0]!.file.name}`;
  if (sending.every(({ state }) => state === 'done')) return 'All files have arrived';
  return 'Not sent yet';
}
