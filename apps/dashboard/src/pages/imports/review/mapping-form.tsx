import type { ImportSurvey, Mapping } from '@shelfcast/contract';
import { type FormEvent, useState } from 'react';
import { useWhyReadOnly } from '../../../api/session.ts';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Select } from '../../../components/select.tsx';
import styles from '../imports.module.css';
import { guessColumns } from './guess-columns.ts';
import { Preview } from './preview.tsx';

interface Props {
  readonly sample: ImportSurvey['sample'];
  /** How it is read now. */
  readonly mapping: Mapping;
  readonly onSend: (mapping: Mapping) => void;
  readonly onCancel?: () => void;
}

const FIELDS = [
  { name: 'date', label: 'Date', hint: 'When it was sold.', required: true },
  { name: 'product', label: 'Product', hint: 'A code or a name.', required: true },
  { name: 'value', label: 'Units', hint: 'How many were sold.', required: true },
  { name: 'location', label: 'Location', hint: 'The store, where there are several.', required: false },
  { name: 'revenue', label: 'Money', hint: 'What the line took in.', required: false },
  { name: 'order', label: 'Receipt', hint: 'Keeps the same sale from counting twice.', required: false },
] as const;

type Chosen = Record<(typeof FIELDS)[number]['name'], string>;

/** Which column is which, by looking at the file's first rows. */
export function MappingForm({ sample, mapping, onSend, onCancel }: Props) {
  const readOnly = useWhyReadOnly();
  const [chosen, setChosen] = useState<Chosen>(() => chosenFrom(mapping, sample?.columns ?? []));
  if (!sample) return null;
  const missing = FIELDS.filter(({ name, required }) => required && !chosen[name]).map(({ label }) =>
    label.toLowerCase(),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (missing.length === 0 && !readOnly) onSend(mappingOf(chosen, mapping));
  };
  return (
    <Panel title="Which column is which?">
      <form className={styles.form} onSubmit={onSubmit}>
        <Preview sample={sample} />
        <div className={styles.columns}>
          {FIELDS.map(({ name, label, hint, required }) => (
            <Field key={name} label={required ? label : `${label} (if there is one)`} hint={hint}>
              {(ids) => (
                <Select
                  {...ids}
                  value={chosen[name]}
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
          <Button
            type="submit"
            look="primary"
            why={
              readOnly ??
              (missing.length > 0 ? `Choose the column for ${missing.join(' and ')} first.` : null)
            }
          >
            Check with these columns
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function chosenFrom(mapping: Mapping, columns: readonly string[]): Chosen {
  const named = {
    date: mapping.date,
    product: mapping.product?.[0],
    value: mapping.value,
    location: mapping.location?.[0],
    revenue: mapping.revenue ?? undefined,
    order: mapping.order ?? undefined,
  };
  const guessed: Partial<Chosen> = mapping.date ? {} : guessColumns(columns);
  return Object.fromEntries(FIELDS.map(({ name }) => [name, named[name] ?? guessed[name] ?? ''])) as Chosen;
}

/** Columns chosen here, and the habits (date order, sheet) that were known already. */
function mappingOf(chosen: Chosen, { date_order, sheet, day_ends_at }: Mapping): Mapping {
  return {
    product: [chosen.product],
    date: chosen.date,
    value: chosen.value,
    ...(chosen.location && { location: [chosen.location] }),
    revenue: chosen.revenue || null,
    order: chosen.order || null,
    ...(date_order && { date_order }),
    ...(sheet && { sheet }),
    ...(day_ends_at && { day_ends_at }),
  };
}
