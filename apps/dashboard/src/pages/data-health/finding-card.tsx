import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge, type Tone } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import { type Finding, findingWords, type WayOut } from '../../format/data-health.ts';
import { count as counts, percent, roundUnits } from '../../format/numbers.ts';
import styles from './data-health.module.css';
import { ExampleLine } from './example-line.tsx';

/** What is good to know stands below a heading that says so. */
const badges: Record<Finding['severity'], { readonly tone: Tone; readonly word: string } | null> = {
  act: { tone: 'bad', word: 'Mend' },
  look: { tone: 'warn', word: 'Have a look' },
  note: null,
};

/** One thing that was found: what, what it means, where, and what to do. */
export function FindingCard({ finding, all }: { finding: Finding; all: number }) {
  const words = findingWords(finding.kind);
  const badge = badges[finding.severity];
  const { units, examples } = finding;
  return (
    <Panel
      title={words.title(finding)}
      lead={words.meaning}
      actions={
        <>
          {units > 0 && (
            <span className={styles.touches}>
              touches {roundUnits(units)} units
              {all > 0 && units <= all && `, ${percent(units / all)} of all`}
            </span>
          )}
          {badge && <Badge tone={badge.tone}>{badge.word}</Badge>}
        </>
      }
    >
      {examples.length > 0 && <Examples finding={finding} />}
      <div className={styles.remedy}>
        <p>
          <strong>What to do.</strong> {words.remedy}
        </p>
        <p className={styles.ways}>
          {words.ways.map((way) => (
            <Way key={way.label} way={way} />
          ))}
        </p>
      </div>
    </Panel>
  );
}

/** The first few say what is meant; the others on demand. */
const SHOWN = 3;

function Examples({ finding: { kind, examples, count } }: { finding: Finding }) {
  const [all, setAll] = useState(false);
  const shown = all ? examples : examples.slice(0, SHOWN);
  const rest = count - examples.length;
  return (
    <ul className={styles.examples} aria-label="Examples">
      {shown.map((example, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: examples have no name of their own and keep their order
        <li key={index}>
          <ExampleLine kind={kind} example={example} />
        </li>
      ))}
      {shown.length === examples.length && rest > 0 && <li className="quiet">and {counts(rest)} more</li>}
      {examples.length > SHOWN && (
        <li>
          <Button
            small
            look="quiet"
            icon={all ? 'up' : 'down'}
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all
              ? 'Show fewer'
              : `Show ${examples.length - SHOWN} more${rest > 0 ? ` of ${counts(count - SHOWN)}` : ''}`}
          </Button>
        </li>
      )}
    </ul>
  );
}

function Way({ way: { to, label } }: { way: WayOut }) {
  if (to === '/products')
    return (
      <Link to="/products" search={{ attention: 'no-recent-sales' }}>
        {label}
      </Link>
    );
  return <Link to={to}>{label}</Link>;
}
