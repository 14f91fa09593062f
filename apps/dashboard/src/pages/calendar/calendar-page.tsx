import type { NewCalendar } from '@shelfcast/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asWritten, calendarQuery, locationsQuery, useReplaceCalendar } from '../../api/calendar.ts';
import { useWhyReadOnly } from '../../api/session.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { counted } from '../../format/numbers.ts';
import styles from './calendar.module.css';
import { Events } from './events.tsx';
import { LocationPlaces } from './location-places.tsx';
import { PlacePanel } from './place-panel.tsx';
import { StatedEvents } from './stated-events.tsx';
import { usePlaceName } from './use-place-name.ts';

/** A change that was made, and the calendar before it. */
interface Done {
  readonly words: string;
  readonly before: NewCalendar;
}

/** Which days are not like others: holidays by place, events and closures of one's own. */
export function CalendarPage() {
  const { data: calendar } = useSuspenseQuery(calendarQuery);
  const locations = useQuery(locationsQuery);
  const replace = useReplaceCalendar();
  const readOnly = useWhyReadOnly();
  const [done, setDone] = useState<Done | null>(null);
  const place = usePlaceName(calendar.place);
  const before = asWritten(calendar);

  /** Writes the calendar with a change, and offers the way back. Rejects where the API says no. */
  const change = async (to: Partial<NewCalendar>, words: string): Promise<void> => {
    await replace.mutateAsync({ ...before, ...to });
    setDone({ words, before });
    announce(words);
  };
  const undo = async (last: Done) => {
    await replace.mutateAsync(last.before);
    setDone(null);
    announce('Taken back');
  };
  const why = readOnly ?? (replace.isPending ? 'Saving …' : null);
  const known = locations.data ?? [];

  return (
    <div>
      <PageTitle
        tab="Calendar"
        above={
          <>
            <Link to="/settings">Settings</Link> <span aria-hidden="true">/</span> <strong>Calendar</strong>
          </>
        }
        below="Forecasts learn from holidays and events what such days are like; on a closed day nothing is forecast, and a past one counts neither as sales nor as a day without. The next run goes by what stands here."
      >
        {answer(place, calendar.events.length)}
      </PageTitle>
      <div className={styles.stack}>
        {replace.error && <ProblemNotice error={replace.error} onDismiss={() => replace.reset()} />}
        {locations.error && (
          <ProblemNotice error={locations.error} onRetry={() => void locations.refetch()} />
        )}
        {done && (
          <Notice
            title={done.words}
            onDismiss={() => setDone(null)}
            actions={
              <Button small why={why} onClick={() => void undo(done).catch(() => undefined)}>
                Undo
              </Button>
            }
          />
        )}
        <PlacePanel calendar={calendar} why={why} onChange={change} />
        <Events calendar={calendar} locations={known} why={why} onChange={change} />
        {calendar.events_from_files.length > 0 && (
          <StatedEvents events={calendar.events_from_files} locations={known} />
        )}
        {(known.length > 1 || calendar.locations.length > 0) && (
          <LocationPlaces calendar={calendar} locations={known} why={why} onChange={change} />
        )}
      </div>
    </div>
  );
}

function answer(place: string | null, events: number): string {
  const own = events === 0 ? 'no events of your own' : `${counted(events, 'event')} of your own`;
  return place === null ? `No holidays are known, and ${own}` : `Holidays of ${place}, and ${own}`;
}
