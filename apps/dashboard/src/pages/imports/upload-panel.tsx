import { useState } from 'react';
import { useWhyReadOnly } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Progress } from '../../components/progress.tsx';
import { secondsLeft, timeLeft } from '../../format/durations.ts';
import { bytes } from '../../format/numbers.ts';
import { DropZone } from './drop-zone.tsx';
import styles from './imports.module.css';
import { useUpload } from './use-upload.ts';

/** Choose a file and watch it go up; its own page then says what it holds, before anything of it is loaded. */
export function UploadPanel() {
  const readOnly = useWhyReadOnly();
  const [forecast, setForecast] = useState(true);
  const [file, setFile] = useState<File | null>(null);
  const upload = useUpload();

  const send = (chosen: File) => {
    setFile(chosen);
    upload.start({ file: chosen, forecast });
  };

  if (upload.sending && file) {
    const left = secondsLeft(upload.sent, file.size, upload.elapsed());
    return (
      <Panel title={`Sending ${file.name}`}>
        <Progress
          label="Sending"
          done={upload.sent}
          total={file.size}
          note={[`${bytes(upload.sent)} of ${bytes(file.size)}`, left !== null && timeLeft(left)]
            .filter(Boolean)
            .join(' · ')}
        />
        <div className={styles.below}>
          <Button onClick={upload.stop}>Stop</Button>
        </div>
      </Panel>
    );
  }

  return (
    <Panel title="Import a file">
      <div className={styles.form}>
        {upload.error != null && (
          <ProblemNotice
            error={upload.error}
            onDismiss={upload.reset}
            onRetry={file ? () => send(file) : undefined}
          />
        )}
        <DropZone why={readOnly} onFile={send} />
        <label className={styles.check}>
          <input type="checkbox" checked={forecast} onChange={(event) => setForecast(event.target.checked)} />
          Make new forecasts once it is loaded
        </label>
      </div>
    </Panel>
  );
}
