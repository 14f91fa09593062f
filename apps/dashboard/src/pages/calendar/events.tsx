import type { Location } from '@shelfcast/contract';
import { useState } from 'react';
import type { CalendarEvent } from '../../api/calendar.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import table from '../../components/table.module.css';
import styles from './calendar.module.css';
import { EventDialog } from './event-dialog.tsx';
import { eventDays, eventPlaces } from './event-words.ts';
import type { PartProps } from './place-panel.tsx';

interface Props extends PartProps {
  readonly locations: readonly Location[];
}

/** Events and closures of one's own. */
export function Events({ calendar: { events }, locations, why, onChange }: Props) {
  /** The place in the list of what is edited; as long as the list: a new one. */
  const [editing, setEditing] = useState<number | null>(null);
  const remove = (at: number) => {
    const removed = events[at]!;
    const rest = events.filter((_, i) => i !== at);
    void onChange({ events: rest }, `“${removed.name}” was removed`).catch(() => undefined);
  };
  const add = (
    <Button look="primary" icon="calendar" why={why} onClick={() => setEditing(events.length)}>
      Add an event
    </Button>
  );
  return (
    <Panel
      title="Events and closures of your own"
      lead="A fair, a festival, stocktaking, the week off: what happens on days that no public calendar knows."
      actions={events.length > 0 && add}
      flush
    >
      {events.length === 0 ? (
        <EmptyState icon="calendar" title="None yet" actions={add}>
          Give an event the same name every time it happens: from the second time on forecasts know what it
          does.
        </EmptyState>
      ) : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">When</th>
                <th scope="col" className={table.wideOnly}>
                  Where
                </th>
                <th scope="col">
                  <span className="unseen">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {inOrder(events).map(({ event, at }) => (
                <tr key={at}>
                  <th scope="row" className={styles.name}>
                    {event.name} {event.kind === 'closed' && <Badge>closed</Badge>}
                  </th>
                  <td>
                    {eventDays(event)}
                    {event.yearly && <span className={table.sub}>and every year after</span>}
                  </td>
                  <td className={table.wideOnly}>{eventPlaces(event, locations)}</td>
                  <td>
                    <span className={styles.buttons}>
                      <Button
                        small
                        why={why}
                        aria-label={`Change ${event.name}`}
                        onClick={() => setEditing(at)}
                      >
                        Change
                      </Button>
                      <Button
                        small
                        look="quiet"
                        why={why}
                        aria-label={`Remove ${event.name}`}
                        onClick={() => remove(at)}
                      >
                        Remove
                      </Button>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing !== null && (
        <EventDialog
          event={events[editing]}
          at={editing}
          locations={locations}
          onClose={() => setEditing(null)}
          onSave={(event) => {
            const changed = [...events.slice(0, editing), event, ...events.slice(editing + 1)];
            const words = events[editing] ? `“${event.name}” was changed` : `“${event.name}” was added`;
            return onChange({ events: changed }, words);
          }}
        />
      )}
    </Panel>
  );
}

/** By when they are, with their place in the calendar. */
const inOrder = (events: readonly CalendarEvent[]) =>
  events.map((event, at) => ({ event, at })).sort((a, b) => (a.event.from < b.event.from ? -1 : 1));
