import type { Mapping } from '@shelfcast/contract';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { guessColumns } from './guess-columns.ts';
import styles from './imports.module.css';
import { Preview } from './preview.tsx';
import { type FileHead, readFileHead } from './read-file-head.ts';

interface Props {
  readonly file: File;
  readonly onCancel: () => void;
  readonly onSend: (mapping: Mapping) => void;
}

const fields = [
  { name: 'date', label: 'Date', hint: 'When it was sold.', required: true },
  { name: 'product', label: 'Product', hint: 'A code or a name.', required: true },
  { name: 'value', label: 'Units', hint: 'How many were sold.', required: true },
  { name: 'location', label: 'Location', hint: 'The store, where there are several.', required: false },
] as const;

type Chosen = Record<(typeof fields)[number]['name'], string>;

/** Which column is which. The columns are read from the file here, before anything is sent. */
export function MappingForm({ file, onCancel, onSend }: Props) {
  const [head, setHead] = useState<FileHead | null>(null);
  const [chosen, setChosen] = useState<Chosen>({ date: '', product: '', value: '', location: '' });
  useEffect(() => {
    let shown = true;
    void readFileHead(file).then((read) => {
      if (!shown) return;
      setHead(read);
      setChosen((before) => ({ ...before, ...guessColumns(read.columns) }));
    });
    return () => {
      shown = false;
    };
  }, [file]);

  const missing = fields
    .filter((field) => field.required && !chosen[field.name].trim())
    .map((field) => field.label.toLowerCase());
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (missing.length > 0) return;
    onSend({
      product: [chosen.product],
      date: chosen.date,
      value: chosen.value,
      ...(chosen.location ? { location: [chosen.location] } : {}),
    });
  };

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <h3>Which column is which in {file.name}?</h3>
      {head && head.columns.length > 0 && <Preview head={head} />}
      <div className={styles.columns}>
        {fields.map(({ name, label, hint, required }) => (
          <Field key={name} label={required ? label : `${label} (if there is one)`} hint={hint}>
            {(ids) =>
              head && head.columns.length > 0 ? (
                <Select
                  {...ids}
                  value={chosen[name]}
                  onChange={(event) => setChosen({ ...chosen, [name]: event.target.value })}
                >
                  <option value="">{required ? 'Choose a column' : 'None'}</option>
                  {head.columns.map((column) => (
                    <option key={column}>{column}</option>
                  ))}
                </Select>
              ) : (
                <input
                  {...ids}
                  placeholder="Name of the column"
                  value={chosen[name]}
                  onChange={(event) => setChosen({ ...chosen, [name]: event.target.value })}
                />
              )
            }
          </Field>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button onClick={onCancel}>Back</Button>
        <Button
          type="submit"
          look="primary"
          why={missing.length ? `Choose the column for ${missing.join(' and ')} first.` : null}
        >
          Import with these columns
        </Button>
      </div>
    </form>
  );
}
