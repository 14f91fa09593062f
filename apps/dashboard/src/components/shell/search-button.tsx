import { Icon } from '../icon.tsx';
import styles from './search-button.module.css';

export function SearchButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button type="button" className={styles.search} onClick={onOpen} aria-keyshortcuts="/ Control+K Meta+K">
      <Icon name="search" size={18} />
      <span className={styles.words}>Find a product</span>
      <span aria-hidden="true">
        <kbd>/</kbd>
      </span>
    </button>
  );
}
