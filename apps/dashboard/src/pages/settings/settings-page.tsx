import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { Panel } from '../../components/panel.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { Appearance } from './appearance.tsx';
import { Keys } from './keys.tsx';
import styles from './settings-page.module.css';

export function SettingsPage() {
  const { user, tenant, role } = useSession();
  return (
    <div>
      <PageTitle tab="Settings">{`${tenant.name}, as ${user.name || user.email} sees it`}</PageTitle>
      <div className={styles.stack}>
        <Stats>
          <Stat label="Signed in as" value={user.name || user.email} note={user.email} />
          <Stat label="Role" value={roleNames[role]} note={roleWords[role]} />
          <Stat label="Time zone" value={tenant.time_zone.replaceAll('_', ' ')} />
          {tenant.currency && <Stat label="Currency" value={tenant.currency} />}
        </Stats>
        <Panel
          title="Calendar"
          lead="Holidays by country and region, your own events, and the days you are closed."
        >
          <Link to="/settings/calendar">Open the calendar</Link>
        </Panel>
        <Panel title="Light or dark">
          <Appearance />
        </Panel>
        <Keys />
      </div>
    </div>
  );
}

const roleNames = { owner: 'Owner', planner: 'Planner', viewer: 'Viewer' } as const;
const roleWords = {
  owner: 'may do everything, keys too',
  planner: 'may import and start runs',
  viewer: 'reads only',
} as const;
