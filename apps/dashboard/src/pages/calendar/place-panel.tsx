import type { Calendar, NewCalendar } from '@shelfcast/contract';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import styles from './calendar.module.css';
import { PlaceFields } from './place-fields.tsx';
import { usePlaceName } from './use-place-name.ts';

/** Writes a part of the calendar, with words for what was done. */
export type ChangeCalendar = (to: Partial<NewCalendar>, words: string) => Promise<void>;

export interface PartProps {
  readonly calendar: Calendar;
  /** Why nothing can be changed now. */
  readonly why: string | null;
  readonly onChange: ChangeCalendar;
}

/** Whose holidays are kept. */
export function PlacePanel({ calendar, why, onChange }: PartProps) {
  const { place, place_from } = calendar;
  const chosen = place_from === 'settings' ? (place ?? '') : '';
  const [value, setValue] = useState(chosen);
  const [seen, setSeen] = useState(chosen);
  // What was undone or changed elsewhere shows here, too.
  if (seen !== chosen) {
    setSeen(chosen);
    setValue(chosen);
  }
  const told = usePlaceName(place_from === 'settings' ? null : place);
  const name = usePlaceName(value || null);
  const same = value === chosen ? 'Choose another place first.' : null;
  return (
    <Panel title="Where your shops are" lead={lead(place_from, told)}>
      <form
        className={styles.place}
        onSubmit={(event) => {
          event.preventDefault();
          if (why ?? same) return;
          const words = value
            ? `Holidays of ${name} are kept`
            : 'The place is told by time zone and currency again';
          void onChange({ place: value || null }, words).catch(() => undefined);
        }}
      >
        <PlaceFields value={value} onChange={setValue} none={none(place_from, told)} />
        <Button type="submit" look="primary" why={why ?? same}>
          Keep these holidays
        </Button>
      </form>
    </Panel>
  );
}

function lead(from: Calendar['place_from'], told: string | null): string {
  if (from === 'settings') return 'Chosen here. Shops that lie elsewhere keep their own, below.';
  if (told === null)
    return 'Neither time zone nor currency says which country it is. Choose one, and its holidays are known.';
  return `Told by your ${from}: ${told}. Choose it with its part, if holidays differ there.`;
}

const none = (from: Calendar['place_from'], told: string | null) =>
  from === 'settings' || told === null ? 'By time zone or currency' : `${told}, by ${from}`;
