import type { Import } from '@shelfcast/contract';
import { useState } from 'react';
import { useUndoImport } from '../../api/imports.ts';
import { useWhyReadOnly } from '../../api/session.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { counted } from '../../format/numbers.ts';

/** Takes an import back, after saying what that means. */
export function UndoImport({ one }: { one: Import }) {
  const readOnly = useWhyReadOnly();
  const [asking, setAsking] = useState(false);
  const [intention] = useState(() => crypto.randomUUID());
  const undo = useUndoImport(one.import);
  return (
    <>
      <Button look="danger" why={readOnly} onClick={() => setAsking(true)}>
        Undo this import
      </Button>
      {asking && (
        <Dialog
          title="Undo this import?"
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>Keep it</Button>
              <Button
                look="danger"
                why={undo.isPending ? 'Taking it back …' : null}
                onClick={() =>
                  undo.mutate(intention, {
                    onSuccess: () => {
                      setAsking(false);
                      announce('The import was undone');
                    },
                  })
                }
              >
                Undo the import
              </Button>
            </>
          }
        >
          {undo.error && <ProblemNotice error={undo.error} />}
          <p>
            {counted(one.rows_loaded, 'row')} of {one.file_name} will be taken out of your
            {one.kind === 'sales' ? ' sales' : ' data'}, and what they had replaced comes back.{' '}
            {one.rows_rejected > 0 && 'Rows of it that were corrected and sent again go with it. '}
            Forecasts change with the next run.
          </p>
        </Dialog>
      )}
    </>
  );
}
