import type { Location } from '@shelfcast/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Select } from '../../components/select.tsx';
import table from '../../components/table.module.css';
import { nameOf } from '../../format/names.ts';
import styles from './calendar.module.css';
import { PlaceFields } from './place-fields.tsx';
import type { PartProps } from './place-panel.tsx';
import { usePlaceName } from './use-place-name.ts';

interface Props extends PartProps {
  readonly locations: readonly Location[];
}

/** Locations that keep other holidays than the rest. */
export function LocationPlaces({ calendar, locations, why, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const own = calendar.locations;
  const name = (id: number) => nameOf(locations.find((one) => one.location === id)) || `Location ${id}`;
  const without = (id: number) => own.filter((one) => one.location !== id);
  return (
    <Panel
      title="Shops that lie elsewhere"
      lead={
        own.length === 0
          ? 'All of them keep the holidays above.'
          : 'They keep the holidays of their own place.'
      }
      actions={
        <Button why={why} onClick={() => setAdding(true)}>
          Add a shop
        </Button>
      }
      flush
    >
      {own.length > 0 && (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Location</th>
                <th scope="col">Keeps the holidays of</th>
                <th scope="col">
                  <span className="unseen">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {own.map((one) => (
                <tr key={one.location}>
                  <th scope="row">{name(one.location)}</th>
                  <td>
                    <PlaceName place={one.place} />
                  </td>
                  <td className="number">
                    <Button
                      small
                      look="quiet"
                      why={why}
                      aria-label={`Remove ${name(one.location)}`}
                      onClick={() =>
                        void onChange(
                          { locations: without(one.location) },
                          `${name(one.location)} keeps the common holidays again`,
                        ).catch(() => undefined)
                      }
                    >
                      Remove
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {own.length === 0 && <div className={styles.bottom} />}
      {adding && (
        <PlaceDialog
          locations={locations}
          onClose={() => setAdding(false)}
          onSave={(location, place) =>
            onChange(
              { locations: [...without(location), { location, place }] },
              `${name(location)} keeps holidays of its own`,
            )
          }
        />
      )}
    </Panel>
  );
}

function PlaceName({ place }: { place: string }) {
  return usePlaceName(place);
}

interface DialogProps {
  readonly locations: readonly Location[];
  readonly onClose: () => void;
  readonly onSave: (location: number, place: string) => Promise<void>;
}

function PlaceDialog({ locations, onClose, onSave }: DialogProps) {
  const [location, setLocation] = useState('');
  const [place, setPlace] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const missing =
    location === '' ? 'Choose a shop first.' : place === '' ? 'Choose its country first.' : null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (missing === null) onSave(Number(location), place).then(onClose, setRefused);
  };
  return (
    <Dialog title="A shop that lies elsewhere" onClose={onClose}>
      <form className={styles.form} onSubmit={onSubmit}>
        {refused !== null && <ProblemNotice error={refused} />}
        <Field label="Shop">
          {(ids) => (
            <Select {...ids} value={location} onChange={(event) => setLocation(event.target.value)}>
              <option value="">Choose one</option>
              {locations.map((one) => (
                <option key={one.location} value={one.location}>
                  {nameOf(one)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <PlaceFields value={place} onChange={setPlace} none="Choose one" />
        <div className={styles.ends}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" why={missing}>
            Keep these holidays
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
