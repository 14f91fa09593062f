import type { ImportSurvey, Mapping } from '@shelfcast/contract';
import { type FormEvent, useState } from 'react';
import { useWhyReadOnly } from '../../../api/session.ts';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Select } from '../../../components/select.tsx';
import styles from '../imports.module.css';
import { guessColumns } from './guess-columns.ts';
import { KINDS, type Kind, mappingOf } from './kinds.ts';
import { Preview } from './preview.tsx';

interface Props {
  readonly sample: ImportSurvey['sample'];
  /** How it is read now. */
  readonly mapping: Mapping;
  /** What it holds, as far as that is known. */
  readonly kind: Kind | null;
  readonly onSend: (mapping: Mapping) => void;
  readonly onCancel?: () => void;
}

type Chosen = Readonly<Record<string, string>>;

/** What the file holds, and which column is which, by looking at its first rows. */
export function MappingForm({ sample, mapping, kind: known, onSend, onCancel }: Props) {
  const readOnly = useWhyReadOnly();
  const [kind, setKind] = useState(known);
  const [chosen, setChosen] = useState<Chosen>(() => chosenFrom(mapping, sample?.columns ?? [], known));
  if (!sample) return null;
  const fields = kind === null ? [] : KINDS[kind].columns;
  const missing = fields
    .filter(({ name, required }) => required && !chosen[name])
    .map(({ label }) => label.toLowerCase());
  const why =
    kind === null
      ? 'Say what the file holds first.'
      : missing.length > 0
        ? `Choose the column for ${missing.join(' and ')} first.`
        : null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (kind !== null && why === null && !readOnly) onSend(mappingOf(kind, chosen, mapping));
  };
  const onKind = (next: Kind | null) => {
    setKind(next);
    setChosen(chosenFrom(next === known ? mapping : {}, sample.columns, next));
  };
  return (
    <Panel title="Which column is which?">
      <form className={styles.form} onSubmit={onSubmit}>
        <Preview sample={sample} />
        <Field label="This file holds" hint="Sales, or something else that a forecast needs.">
          {(ids) => (
            <Select
              {...ids}
              value={kind ?? ''}
              onChange={(event) => onKind((event.target.value || null) as Kind | null)}
            >
              {kind === null && <option value="">Choose</option>}
              {Object.entries(KINDS).map(([value, { label }]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className={styles.columns}>
          {fields.map(({ name, label, hint, required }) => (
            <Field key={name} label={required ? label : `${label} (if there is one)`} hint={hint}>
              {(ids) => (
                <Select
                  {...ids}
                  value={chosen[name] ?? ''}
                  onChange={(event) => setChosen({ ...chosen, [name]: event.target.value })}
                >
                  <option value="">{required ? 'Choose a column' : 'None'}</option>
                  {[...new Set(sample.columns)].map((column) => (
                    <option key={column}>{column}</option>
                  ))}
                </Select>
              )}
            </Field>
          ))}
        </div>
        <div className={styles.buttons}>
          {onCancel && <Button onClick={onCancel}>Back</Button>}
          <Button type="submit" look="primary" why={readOnly ?? why}>
            Check with these columns
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** The columns as they are read now, as far as the file has them; else as their names suggest. */
function chosenFrom(mapping: Mapping, columns: readonly string[], kind: Kind | null): Chosen {
  if (kind === null) return {};
  const { date, product, value, location, revenue, order } = mapping;
  const named =
    kind === 'sales'
      ? { date, value, product: product?.[0], location: location?.[0], revenue, order }
      : (mapping.columns ?? {});
  const there = Object.entries(named).filter(([, column]) => column && columns.includes(column));
  return there.length > 0 ? (Object.fromEntries(there) as Chosen) : guessColumns(columns, kind);
}
