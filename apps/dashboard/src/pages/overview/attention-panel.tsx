import type { Overview } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../components/badge.tsx';
import { Panel } from '../../components/panel.tsx';
import { attentionKinds, attentionWords } from '../../format/attention.ts';
import { nameOf } from '../../format/names.ts';
import { counted } from '../../format/numbers.ts';
import styles from './attention-panel.module.css';
import { DataHealthLine } from './data-health-line.tsx';

/** What must I do today? Each line leads to the thing itself. */
export function AttentionPanel({ attention }: { attention: Overview['attention'] }) {
  const shown = attention
    .filter((group) => group.count > 0)
    .sort((a, b) => attentionKinds.indexOf(a.kind) - attentionKinds.indexOf(b.kind));
  const total = shown.reduce((sum, group) => sum + group.count, 0);
  if (total === 0) {
    return (
      <Panel title="Nothing needs your attention" flush>
        <p className={styles.none}>
          No product stands out: nothing rises or falls sharply, and no forecast failed or leans.
        </p>
        <DataHealthLine />
      </Panel>
    );
  }
  return (
    <Panel title="What needs attention" lead="Worth a look before the next order." flush>
      <ul className={styles.groups}>
        {shown.map((group) => {
          const words = attentionWords(group.kind);
          return (
            <li key={group.kind} className={styles.group}>
              <div className={styles.head}>
                <Link to="/products" search={{ attention: group.kind }}>
                  {counted(group.count, 'product')} {words.many}
                </Link>
                <Badge tone={words.tone} title={words.meaning}>
                  {words.short}
                </Badge>
              </div>
              <p className={styles.examples}>
                {group.series.slice(0, 4).map((item, index) => (
                  <span key={item.series}>
                    {index > 0 && ' · '}
                    <Link to="/products/$series" params={{ series: item.series }}>
                      {nameOf(item.product)}
                    </Link>
                  </span>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
      <DataHealthLine />
    </Panel>
  );
}
