import type { Import } from '@shelfcast/contract';
import { useState } from 'react';
import { useWhyReadOnly } from '../../api/session.ts';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Progress } from '../../components/progress.tsx';
import { DropZone } from './drop-zone.tsx';
import styles from './imports.module.css';
import { MappingForm } from './mapping-form.tsx';
import { sentFile } from './sent-files.ts';
import { useUpload } from './use-upload.ts';

/** Causes that a person can mend by saying which column is which. */
const mappable = [
  'upload.unknown_layout',
  'upload.missing_column',
  'upload.ambiguous_columns',
  'upload.nothing_usable',
];

/** A file whose columns were not understood: say once which is which, and send it again. */
export function RetryWithColumns({ one }: { one: Import }) {
  const readOnly = useWhyReadOnly();
  const upload = useUpload();
  const [file, setFile] = useState<File | undefined>(() => sentFile(one.import));
  if (one.state !== 'failed' || !one.failure || !mappable.includes(one.failure.code)) return null;
  return (
    <Panel title="Say which column is which">
      <div className={styles.form}>
        {upload.error != null && <ProblemNotice error={upload.error} onDismiss={upload.reset} />}
        {upload.sending && file ? (
          <Progress label={`Sending ${file.name}`} done={upload.sent} total={file.size} />
        ) : file && !readOnly ? (
          <MappingForm
            file={file}
            onCancel={() => setFile(undefined)}
            onSend={(mapping) => upload.start({ file, forecast: true, mapping })}
          />
        ) : (
          <DropZone why={readOnly} onFile={setFile} />
        )}
      </div>
    </Panel>
  );
}
