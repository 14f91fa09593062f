import type { Mapping } from '@shelfcast/contract';
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
import { MappingForm } from './mapping-form.tsx';
import { useUpload } from './use-upload.ts';

/** Choose a file, watch it go up; where its columns are not known by name, say once which is which. */
export function UploadPanel() {
  const readOnly = useWhyReadOnly();
  const [forecast, setForecast] = useState(true);
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState(false);
  const upload = useUpload();

  const send = (chosen: File, columns?: Mapping) => {
    setFile(chosen);
    setMapping(false);
    upload.start({ file: chosen, forecast, ...(columns ? { mapping: columns } : {}) });
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
          <>
            <ProblemNotice
              error={upload.error}
              onDismiss={upload.reset}
              onRetry={file ? () => send(file) : undefined}
            />
            {file && !mapping && (
              <div>
                <Button onClick={() => setMapping(true)}>Say which column is which</Button>
              </div>
            )}
          </>
        )}
        {mapping && file ? (
          <MappingForm
            file={file}
            onCancel={() => setMapping(false)}
            onSend={(columns) => send(file, columns)}
          />
        ) : (
          <>
            <DropZone why={readOnly} onFile={send} />
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={forecast}
                onChange={(event) => setForecast(event.target.checked)}
              />
              Make new forecasts once it is loaded
            </label>
          </>
        )}
      </div>
    </Panel>
  );
}
