import type { CreatedKey, Key } from '@shelfcast/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keysQuery } from '../../api/keys.ts';
import { useSession } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { CreateKey } from './create-key.tsx';
import { KeySecret } from './key-secret.tsx';
import { KeyTable } from './key-table.tsx';
import { RevokeKey } from './revoke-key.tsx';
import styles from './settings-page.module.css';

/** Keys for scripts and other programs. */
export function Keys() {
  const { role } = useSession();
  const why = role === 'owner' ? null : 'Only an owner can make and revoke keys.';
  const keys = useQuery({ ...keysQuery, enabled: role === 'owner' });
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedKey | null>(null);
  const [revoking, setRevoking] = useState<Key | null>(null);
  const items = keys.data?.items ?? [];
  return (
    <Panel
      title="API keys"
      lead={
        <>
          For scripts and other programs. How to use them: <a href="/docs">the API's pages</a>.
        </>
      }
      actions={
        <Button look="primary" icon="key" why={why} onClick={() => setCreating(true)}>
          New key
        </Button>
      }
      flush
    >
      {created && (
        <div className={styles.inset}>
          <KeySecret created={created} onDone={() => setCreated(null)} />
        </div>
      )}
      {keys.error && (
        <div className={styles.inset}>
          <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} />
        </div>
      )}
      {why && <p className={styles.inset}>{why}</p>}
      {!why && keys.isPending && (
        <div className={styles.inset}>
          <Skeleton width="100%" height={96} />
        </div>
      )}
      {keys.data && items.length === 0 && (
        <EmptyState icon="key" title="No keys yet">
          Make one to read forecasts from a spreadsheet, a script or your till.
        </EmptyState>
      )}
      {items.length > 0 && <KeyTable keys={items} onRevoke={setRevoking} />}
      {creating && (
        <CreateKey
          onClose={() => setCreating(false)}
          onCreated={(key) => {
            setCreating(false);
            setCreated(key);
          }}
        />
      )}
      {revoking && <RevokeKey one={revoking} onClose={() => setRevoking(null)} />}
    </Panel>
  );
}
