import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../icon.tsx';
import styles from './navigation.module.css';
import { places } from './places.ts';

/** The rooms of the house: beside the page where there is room, under the thumb on a phone. */
export function Navigation() {
  return (
    <nav className={styles.nav} aria-label="Main">
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <Link
              to={place.to}
              activeOptions={{ exact: place.to === '/', includeSearch: false }}
              className={styles.link}
              activeProps={{ className: styles.active }}
              aria-keyshortcuts={`g ${place.key}`}
            >
              <Icon name={place.icon as IconName} />
              <span>
                {'short' in place ? (
                  <>
                    {place.short}
                    <span className={styles.wide}>{place.name.slice(place.short.length)}</span>
                  </>
                ) : (
                  place.name
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
