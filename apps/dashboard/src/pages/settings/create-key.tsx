import type { CreatedKey, Scope } from '@shelfcast/contract';
import { type FormEvent, useState } from 'react';
import { useCreateKey } from '../../api/keys.ts';
import { Button } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import styles from './settings-page.module.css';

const meaning: Record<Scope, string> = {
  read: 'Reads forecasts, series, runs and imports.',
  write: 'Reads, imports files and starts runs.',
  admin: 'Does all of that, and manages keys.',
};

export function CreateKey({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (key: CreatedKey) => void;
}) {
  const create = useCreateKey();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('read');
  const missing = name.trim() ? null : 'Give the key a name first.';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (missing) return;
    create.mutate({ name: name.trim(), scopes: [scope] }, { onSuccess: onCreated });
  };
  return (
    <Dialog title="New API key" onClose={onClose}>
      <form className={styles.form} onSubmit={onSubmit}>
        {create.error && <ProblemNotice error={create.error} onDismiss={() => create.reset()} />}
        <Field label="Name" hint="What will use it, so that you know later which one to revoke.">
          {(ids) => (
            <input
              {...ids}
              maxLength={100}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.form}>
          <strong>What it may do</strong>
          <div>
            <Choice
              label="What it may do"
              value={scope}
              onChange={setScope}
              options={[
                { value: 'read', label: 'Read' },
                { value: 'write', label: 'Write' },
                { value: 'admin', label: 'Admin' },
              ]}
            />
          </div>
          <p className="quiet">{meaning[scope]}</p>
        </div>
        <div className={styles.buttons}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" why={create.isPending ? 'Making it …' : missing}>
            Create key
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
