import { Link } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Progress } from '../../components/progress.tsx';
import { timeLeft } from '../../format/durations.ts';
import { bytes } from '../../format/numbers.ts';
import styles from './imports.module.css';
import type { Sending } from './upload-queue.ts';
import { uploadQueue } from './use-upload.ts';

/** One file on its way: how far, how fast, how long still, and what can be done about it. */
export function UploadRow({ one, onDiscard }: { one: Sending; onDiscard: () => void }) {
  const { file, fingerprint, state, made } = one;
  if (state === 'done' && made)
    return (
      <p className={styles.arrived}>
        <span className={styles.file}>{file.name}</span> has arrived.{' '}
        <Link to="/imports/$import" params={{ import: made.import }}>
          See what is in it
        </Link>
      </p>
    );
  return (
    <div className={styles.upload}>
      {state === 'failed' && (
        <ProblemNotice
          error={one.error}
          onRetry={() => uploadQueue.goOn(fingerprint)}
          onDismiss={() => uploadQueue.forget(fingerprint)}
        />
      )}
      <Progress label={file.name} done={one.sent} total={file.size} note={noteOf(one)} />
      <div className={styles.uploadActions}>
        {(state === 'sending' || state === 'waiting') && (
          <Button small onClick={() => uploadQueue.pause(fingerprint)}>
            Pause
          </Button>
        )}
        {state === 'paused' && (
          <Button small look="primary" onClick={() => uploadQueue.goOn(fingerprint)}>
            Continue
          </Button>
        )}
        <Button small look="quiet" onClick={onDiscard}>
          Discard
        </Button>
      </div>
    </div>
  );
}

function noteOf({ state, sent, rate, why, file }: Sending): string {
  const arrived = `${bytes(sent)} of ${bytes(file.size)}`;
  switch (state) {
    case 'in line':
      return `${bytes(file.size)}, in line behind the file before it`;
    case 'paused':
      return `Paused at ${arrived}. What has arrived stays for seven days.`;
    case 'waiting':
      return `${why} It goes on by itself at ${arrived}; nothing that has arrived is lost.`;
    default:
      return [
        arrived,
        rate !== null && rate > 0 && `${bytes(rate)} a second`,
        rate !== null && rate > 0 && sent < file.size && timeLeft((file.size - sent) / rate),
      ]
        .filter(Boolean)
        .join(' · ');
  }
}
