import { Dialog } from '../dialog.tsx';
import styles from './help-dialog.module.css';
import { places } from './places.ts';

const everywhere: [string[], string][] = [
  [['/'], 'Find a product, a location or a page'],
  [['?'], 'This help'],
  [['Esc'], 'Close what is open'],
];
const charts: [string[], string][] = [
  [['←', '→'], 'Read the chart one period at a time'],
  [['PgUp', 'PgDn'], 'One week (four weeks, a year) at a time'],
  [['Home', 'End'], 'First and last period of the forecast'],
  [['T'], 'The same numbers as a table'],
];
const lists: [string[], string][] = [[['J', 'K'], 'Next and previous product; Enter opens it']];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <Keys title="Everywhere" rows={everywhere} />
      <Keys title="Go to" rows={places.map((place) => [['G', place.key.toUpperCase()], place.name])} />
      <Keys title="Charts" rows={charts} />
      <Keys title="Products" rows={lists} />
    </Dialog>
  );
}

function Keys({ title, rows }: { title: string; rows: [string[], string][] }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
