import type { CreatedKey } from '@shelfcast/contract';
import { useState } from 'react';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import styles from './settings-page.module.css';

/** The only time the key itself is shown; we keep its hash. */
export function KeySecret({ created, onDone }: { created: CreatedKey; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  const onCopy = async () => {
    try {
      await navigator.clipboard.writeText(created.secret);
      setCopied(true);
      announce('Key copied');
    } catch {
      announce('The browser did not allow copying. Select the key and copy it.');
    }
  };
  return (
    <Notice
      title={`Copy “${created.name}” now: it is shown only this once`}
      actions={
        <>
          <Button small look="primary" icon={copied ? 'check' : 'copy'} onClick={() => void onCopy()}>
            {copied ? 'Copied' : 'Copy key'}
          </Button>
          <Button small onClick={onDone}>
            I have kept it
          </Button>
        </>
      }
    >
      <code className={styles.secret}>{created.secret}</code>
    </Notice>
  );
}
