import { chooseTheme } from '../../theme/theme.ts';
import { useTheme } from '../../theme/use-theme.ts';
import { Icon } from '../icon.tsx';
import styles from './account-menu.module.css';

/** Light or dark, at once. "As the system" is under Settings. */
export function ThemeToggle() {
  const { shown } = useTheme();
  const other = shown === 'dark' ? 'light' : 'dark';
  const label = `Switch to ${other}`;
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(other)}
    >
      <Icon name={shown === 'dark' ? 'sun' : 'moon'} size={18} />
    </button>
  );
}
