import { type ButtonHTMLAttributes, useId } from 'react';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Why it can't be pressed now. The button stays reachable, so that everybody can find out. */
  readonly why?: string | null;
  readonly small?: boolean;
}

export function Button({
  look = 'secondary',
  icon,
  why,
  small,
  className,
  children,
  onClick,
  ...rest
}: Props) {
  const id = useId();
  return (
    <span className={styles.wrap}>
      <button
        type="button"
        {...rest}
        className={[styles.button, styles[look], small && styles.small, className].filter(Boolean).join(' ')}
        aria-disabled={why ? true : undefined}
        aria-describedby={why ? id : rest['aria-describedby']}
        onClick={(event) => {
          if (why) event.preventDefault();
          else onClick?.(event);
        }}
      >
        {icon && <Icon name={icon} size={small ? 16 : 18} />}
        {children}
      </button>
      {why && (
        <span id={id} role="tooltip" className={styles.why}>
          {why}
        </span>
      )}
    </span>
  );
}
