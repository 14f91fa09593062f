import type { Location } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CalendarEvent } from '../../api/calendar.ts';
import { PagedTable } from '../../components/paged-table.tsx';
import table from '../../components/table.module.css';
import { eventDays, eventPlaces } from './event-words.ts';

const SHOWN = 10;
const columns = [{ name: 'Name' }, { name: 'When' }, { name: 'Where', wideOnly: true }];

/** Events that imported files state: to be changed there, not here. */
export function StatedEvents({
  events,
  locations,
}: {
  events: readonly CalendarEvent[];
  locations: readonly Location[];
}) {
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, SHOWN);
  return (
    <PagedTable
      title="Events from your files"
      lead={
        <>
          To change one, import the file again, corrected; to take it back, undo its import under{' '}
          <Link to="/imports">Imports</Link>.
        </>
      }
      columns={columns}
      more={shown.length < events.length ? { label: 'Show all', onMore: () => setAll(true) } : null}
    >
      {shown.map((event) => (
        <tr key={`${event.name} ${event.from} ${event.to} ${event.yearly}`}>
          <th scope="row">{event.name}</th>
          <td>
            {eventDays(event)}
            {event.yearly && <span className={table.sub}>and every year after</span>}
          </td>
          <td className={table.wideOnly}>{eventPlaces(event, locations)}</td>
        </tr>
      ))}
    </PagedTable>
  );
}
