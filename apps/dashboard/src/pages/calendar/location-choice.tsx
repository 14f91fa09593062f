import type { Location } from '@shelfcast/contract';
import { Choice } from '../../components/choice.tsx';
import { nameOf } from '../../format/names.ts';
import styles from './calendar.module.css';

interface Props {
  readonly all: readonly Location[];
  /** Null: every location. */
  readonly value: readonly number[] | null;
  readonly error: string | null;
  readonly onChange: (value: number[] | null) => void;
}

/** Everywhere, or some locations. */
export function LocationChoice({ all, value, error, onChange }: Props) {
  if (all.length < 2 && value === null) return null;
  return (
    <div className={styles.where}>
      <Choice
        label="Where"
        value={value === null ? 'all' : 'some'}
        onChange={(where) => onChange(where === 'all' ? null : [])}
        options={[
          { value: 'all', label: 'Everywhere' },
          { value: 'some', label: 'Some locations' },
        ]}
      />
      {value !== null && (
        <fieldset className={styles.locations}>
          <legend className="unseen">Locations</legend>
          {all.map((one) => (
            <label key={one.location} className={styles.check}>
              <input
                type="checkbox"
                checked={value.includes(one.location)}
                onChange={({ target: { checked } }) =>
                  onChange(checked ? [...value, one.location] : value.filter((id) => id !== one.location))
                }
              />
              {nameOf(one)}
            </label>
          ))}
        </fieldset>
      )}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
