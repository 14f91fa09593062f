import type { Key } from '@shelfcast/contract';
import { useRevokeKey } from '../../api/keys.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';

export function RevokeKey({ one, onClose }: { one: Key; onClose: () => void }) {
  const revoke = useRevokeKey();
  return (
    <Dialog
      title={`Revoke “${one.name}”?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button
            look="danger"
            why={revoke.isPending ? 'Revoking …' : null}
            onClick={() =>
              revoke.mutate(one.key, {
                onSuccess: () => {
                  announce(`${one.name} was revoked`);
                  onClose();
                },
              })
            }
          >
            Revoke key
          </Button>
        </>
      }
    >
      {revoke.error && <ProblemNotice error={revoke.error} />}
      <p>Whatever uses it stops working at once, and it can't be brought back.</p>
    </Dialog>
  );
}
