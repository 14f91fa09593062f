import { useQuery } from '@tanstack/react-query';
import { placesQuery } from '../../api/calendar.ts';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import styles from './calendar.module.css';

interface Props {
  /** A code; empty: none chosen. */
  readonly value: string;
  readonly onChange: (place: string) => void;
  /** What no choice means. */
  readonly none: string;
  readonly error?: string | null;
}

/** A country by name, then the part of it, as far as its parts keep days of their own. */
export function PlaceFields({ value, onChange, none, error }: Props) {
  const [country = '', state] = value.split('-');
  const within = state === undefined ? country : `${country}-${state}`;
  const countries = useQuery(placesQuery());
  const states = useQuery({ ...placesQuery(country), enabled: country !== '' });
  const regions = useQuery({ ...placesQuery(within), enabled: state !== undefined });
  return (
    <div className={styles.places}>
      <Field label="Country" error={error}>
        {(ids) => (
          <Select {...ids} value={country} onChange={(event) => onChange(event.target.value)}>
            <option value="">{none}</option>
            <Options places={countries.data?.items} />
          </Select>
        )}
      </Field>
      {(states.data?.items.length ?? 0) > 0 && (
        <Field label="Part of the country">
          {(ids) => (
            <Select
              {...ids}
              value={state === undefined ? '' : within}
              onChange={(event) => onChange(event.target.value || country)}
            >
              <option value="">All of it</option>
              <Options places={states.data?.items} />
            </Select>
          )}
        </Field>
      )}
      {state !== undefined && (regions.data?.items.length ?? 0) > 0 && (
        <Field label="Region">
          {(ids) => (
            <Select
              {...ids}
              value={value === within ? '' : value}
              onChange={(event) => onChange(event.target.value || within)}
            >
              <option value="">All of it</option>
              <Options places={regions.data?.items} />
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}

function Options({ places = [] }: { places?: readonly { readonly place: string; readonly name: string }[] }) {
  return places.map(({ place, name }) => (
    <option key={place} value={place}>
      {name}
    </option>
  ));
}
