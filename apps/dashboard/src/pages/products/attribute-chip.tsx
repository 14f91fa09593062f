import { Icon } from '../../components/icon.tsx';
import { attributeWords } from '../../format/attributes.ts';
import styles from './attribute-chip.module.css';

/** A filter that is set by a link from a product, and taken away here. */
export function AttributeChip({ attribute, onRemove }: { attribute: string; onRemove: () => void }) {
  const words = attributeWords(attribute);
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={`${words}: take this filter away`}
      title={words}
      onClick={onRemove}
    >
      <span className={styles.words}>{words}</span>
      <Icon name="close" size={16} />
    </button>
  );
}
