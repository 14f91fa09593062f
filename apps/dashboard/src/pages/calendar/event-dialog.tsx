import type { Location } from '@shelfcast/contract';
import { type FormEvent, useState } from 'react';
import type { CalendarEvent } from '../../api/calendar.ts';
import { asProblem } from '../../api/problem.ts';
import { Button } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import styles from './calendar.module.css';
import { LocationChoice } from './location-choice.tsx';

interface Props {
  /** Undefined: a new one. */
  readonly event: CalendarEvent | undefined;
  /** Its place in the calendar, by which the API names its fields. */
  readonly at: number;
  readonly locations: readonly Location[];
  readonly onClose: () => void;
  /** Rejects with what the API says. */
  readonly onSave: (event: CalendarEvent) => Promise<void>;
}

type FieldName = 'name' | 'from' | 'to' | 'locations';

const EMPTY: CalendarEvent = { name: '', kind: 'event', from: '', to: '', yearly: false, locations: null };

export function EventDialog({ event, at, locations, onClose, onSave }: Props) {
  const [form, setForm] = useState<CalendarEvent>(event ?? EMPTY);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const set = (change: Partial<CalendarEvent>) => {
    setForm({ ...form, ...change });
    setRefused(null);
  };
  const missing = faultsOf(form);
  const field = refused ? fieldOf(refused, at) : null;
  const errorOf = (name: FieldName): string | null => {
    if (field === name) return words(refused);
    return tried ? (missing[name] ?? null) : null;
  };

  const onSubmit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    setTried(true);
    if (Object.keys(missing).length > 0 || saving) return;
    setSaving(true);
    try {
      await onSave({ ...form, name: form.name.trim() });
      onClose();
    } catch (error) {
      setRefused(error);
      setSaving(false);
    }
  };

  return (
    <Dialog title={event ? `Change “${event.name}”` : 'Add an event'} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={(submitted) => void onSubmit(submitted)}>
        {refused !== null && field === null && <ProblemNotice error={refused} />}
        <Field label="Name" hint="The same name every time it happens." error={errorOf('name')}>
          {(ids) => (
            <input
              {...ids}
              maxLength={100}
              autoComplete="off"
              value={form.name}
              onChange={(input) => set({ name: input.target.value })}
            />
          )}
        </Field>
        <div className={styles.kind}>
          <Choice
            label="What happens"
            value={form.kind}
            onChange={(kind) => set({ kind })}
            options={[
              { value: 'event', label: 'Open, but different' },
              { value: 'closed', label: 'Closed' },
            ]}
          />
          <p className="quiet">
            {form.kind === 'closed'
              ? 'Nothing is forecast for these days, and past ones count as no day at all.'
              : 'Forecasts learn from earlier times what it does to sales.'}
          </p>
        </div>
        <div className={styles.dates}>
          <Field label="First day" error={errorOf('from')}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                value={form.from}
                onChange={({ target: { value } }) =>
                  set({ from: value, ...(form.to === '' || form.to === form.from ? { to: value } : {}) })
                }
              />
            )}
          </Field>
          <Field label="Last day" error={errorOf('to')}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                value={form.to}
                onChange={(input) => set({ to: input.target.value })}
              />
            )}
          </Field>
        </div>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={form.yearly}
            onChange={(input) => set({ yearly: input.target.checked })}
          />
          On the same dates every year
        </label>
        <LocationChoice
          all={locations}
          value={form.locations}
          error={errorOf('locations')}
          onChange={(chosen) => set({ locations: chosen })}
        />
        <div className={styles.ends}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" why={saving ? 'Saving …' : null}>
            {event ? 'Save the change' : 'Add it'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What is missing or wrong, by field, before anybody is asked. */
function faultsOf({ name, from, to, locations }: CalendarEvent): Partial<Record<FieldName, string>> {
  return {
    ...(name.trim() === '' && { name: 'Give it a name.' }),
    ...(from === '' && { from: 'Give its first day.' }),
    ...(to === '' ? { to: 'Give its last day.' } : to < from && { to: 'It ends before it begins.' }),
    ...(locations?.length === 0 && { locations: 'Choose a location, or all of them.' }),
  };
}

const fields: readonly FieldName[] = ['name', 'from', 'to', 'locations'];

/** Which field of this event the API means: `events.3.to`; null where it means something else. */
function fieldOf(error: unknown, at: number): FieldName | null {
  const [area, index, name] = asProblem(error).where?.field?.split('.') ?? [];
  if (area !== 'events' || Number(index) !== at) return null;
  return fields.find((one) => one === name) ?? null;
}

function words(error: unknown): string {
  const { detail, remedy } = asProblem(error);
  return `${detail} ${remedy}`;
}
