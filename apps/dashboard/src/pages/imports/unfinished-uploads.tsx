import type { Upload } from '@shelfcast/contract';
import { fingerprintOf } from '@shelfcast/contract/upload';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { discardUpload, uploadsQuery } from '../../api/upload.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { moment } from '../../format/dates.ts';
import { bytes, percent } from '../../format/numbers.ts';
import styles from './imports.module.css';
import type { Sending } from './upload-queue.ts';

interface Props {
  /** What this browser is sending now needs no offer. */
  readonly sending: readonly Sending[];
  readonly why: string | null;
  readonly onFile: (file: File) => void;
}

/** Files that have arrived in part: a browser may not open a file by itself, so the person chooses it again. */
export function UnfinishedUploads({ sending, why, onFile }: Props) {
  const { data } = useQuery(uploadsQuery);
  const here = new Set(sending.map((one) => one.fingerprint));
  const left = (data?.items ?? []).filter((one) => !here.has(one.fingerprint ?? ''));
  if (left.length === 0) return null;
  return (
    <Panel title={left.length === 1 ? 'One file has not arrived whole' : 'Some files have not arrived whole'}>
      <div className={styles.stack}>
        {left.map((one) => (
          <Unfinished key={one.upload} one={one} why={why} onFile={onFile} />
        ))}
      </div>
    </Panel>
  );
}

function Unfinished({ one, why, onFile }: { one: Upload; why: string | null; onFile: Props['onFile'] }) {
  const input = useRef<HTMLInputElement>(null);
  const [other, setOther] = useState<string | null>(null);
  const queries = useQueryClient();
  const discard = useMutation({
    mutationFn: () => discardUpload(one.upload),
    onSettled: () => queries.invalidateQueries({ queryKey: uploadsQuery.queryKey }),
  });
  const take = (file: File | undefined) => {
    if (!file) return;
    const isSame = one.fingerprint === null || fingerprintOf(file) === one.fingerprint;
    setOther(isSame ? null : file.name);
    if (isSame) onFile(file);
  };
  return (
    <div className={styles.upload}>
      <p>
        <strong className={styles.file}>{one.file_name}</strong>
        <br />
        <span className="quiet">
          {percent(one.received_bytes / one.file_bytes)} of {bytes(one.file_bytes)} has arrived. Choose or
          drop the same file and it goes on from there; what has arrived stays until {moment(one.expires_at)}.
        </span>
      </p>
      {other !== null && (
        <Notice tone="warn" title="This is not the file that was begun" onDismiss={() => setOther(null)}>
          {other} differs from {one.file_name} in name, size or date. Drop it below to import it by itself.
        </Notice>
      )}
      {discard.error && <ProblemNotice error={discard.error} onDismiss={discard.reset} />}
      <div className={styles.uploadActions}>
        <Button small look="primary" why={why} onClick={() => input.current?.click()}>
          Continue
        </Button>
        <Button small look="quiet" why={why} onClick={() => discard.mutate()}>
          Discard
        </Button>
        <input
          ref={input}
          className="unseen"
          type="file"
          tabIndex={-1}
          aria-label={`Continue ${one.file_name}`}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}
