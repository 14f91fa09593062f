import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSession, useSignOut } from '../../api/session.ts';
import { announce } from '../announcer.tsx';
import { Icon } from '../icon.tsx';
import styles from './account-menu.module.css';
import { ThemeToggle } from './theme-toggle.tsx';

/** Who is signed in, light or dark, the keys, the way out. */
export function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const { user, role } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <div className={styles.account}>
      <div className={styles.who}>
        <span className={styles.name}>{user.name || user.email}</span>
        <span className={styles.role}>{role}</span>
      </div>
      <div className={styles.tools}>
        <ThemeToggle />
        <button
          type="button"
          className={`${styles.tool} ${styles.wide}`}
          onClick={onHelp}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
        >
          <Icon name="keyboard" size={18} />
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label="Sign out"
          title="Sign out"
          onClick={() =>
            signOut.mutate(undefined, {
              onSuccess: async () => {
                await navigate({ to: '/sign-in' });
                queries.clear();
              },
              onError: (error) => announce(error.message),
            })
          }
        >
          <Icon name="out" size={18} />
        </button>
      </div>
    </div>
  );
}
