import type { Score } from '@shelfcast/contract';
import { Badge } from '../../components/badge.tsx';
import table from '../../components/table.module.css';
import { modelName, modelWords } from '../../format/models.ts';
import { change, percent, units } from '../../format/numbers.ts';
import styles from './scoreboard.module.css';

interface Props {
  readonly scores: readonly Score[];
  readonly chosen: string;
  readonly caption: string;
}

/** Every model that was tried, best first, on the same held-back past; the naive forecast among them. */
export function Scoreboard({ scores, chosen, caption }: Props) {
  const worst = Math.max(...scores.map((score) => score.rmsse ?? 0)) || 1;
  const rank = (score: Score) => (score.model === chosen ? -1 : (score.rmsse ?? Number.MAX_VALUE));
  const ranked = scores.toSorted((a, b) => rank(a) - rank(b));
  return (
    <div className={styles.scroll}>
      <table className={table.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col" className={table.wideOnly}>
              Error, large misses count more
            </th>
            <th scope="col" className="number">
              Off by, units
            </th>
            <th scope="col" className="number" title="Weighted absolute percentage error: Σ|error| ÷ Σ|sold|">
              WAPE
            </th>
            <th scope="col" className="number" title="Σ(forecast − sold) ÷ Σ|sold|: + = too high">
              Bias
            </th>
            <th
              scope="col"
              className={`number ${table.wideOnly}`}
              title="Share of values inside the band that should hold 8 of 10"
            >
              In the {percent(0.8)} band
            </th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((score) => (
            <tr key={score.model} className={score.model === chosen ? styles.chosen : undefined}>
              <th scope="row">
                {modelName(score.model)} {score.model === chosen && <Badge tone="accent">used</Badge>}{' '}
                {score.naive && <Badge>the naive forecast</Badge>}
                <span className={`${table.sub} ${table.wideOnly}`}>{modelWords(score.model)}</span>
              </th>
              <td className={`${styles.bars} ${table.wideOnly}`} aria-hidden="true">
                {score.rmsse !== null && (
                  <span className={styles.bar} style={{ transform: `scaleX(${score.rmsse / worst})` }} />
                )}
              </td>
              <td className="number">{score.mae === null ? '–' : units(score.mae)}</td>
              <td className="number">{score.wape === null ? '–' : percent(score.wape)}</td>
              <td className="number">{score.bias === null ? '–' : change(score.bias)}</td>
              <td className={`number ${table.wideOnly}`}>
                {score.coverage80 === null ? '–' : percent(score.coverage80)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
