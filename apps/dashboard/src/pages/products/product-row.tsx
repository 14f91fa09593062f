import type { Series } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../components/badge.tsx';
import { attentionWords } from '../../format/attention.ts';
import { nameOf } from '../../format/names.ts';
import { changeOrFactor, percent, units } from '../../format/numbers.ts';
import styles from './product-table.module.css';

interface Props {
  readonly series: Series;
  readonly index: number;
  /** What the change is against; one thing for the whole column. */
  readonly againstYear: boolean;
}

/** One product in one location, as far as a list can say it; the rest is behind its name. */
export function ProductRow({ series, index, againstYear }: Props) {
  const before = againstYear ? series.total_last_year : series.total_last_horizon;
  const share = series.total_mean === null || !before ? null : series.total_mean / before - 1;
  return (
    <tr aria-rowindex={index + 2} className={styles.row}>
      <th scope="row">
        <Link to="/products/$series" params={{ series: series.series }} className={styles.name}>
          {nameOf(series.product)}
        </Link>
        <span className={styles.code}>
          {series.product.code}
          <span className={styles.narrow}> · {nameOf(series.location)}</span>
        </span>
      </th>
      <td className={styles.wide}>{nameOf(series.location)}</td>
      <td className={`number ${styles.total}`}>
        {series.total_mean === null ? <span className="quiet">–</span> : units(series.total_mean)}
      </td>
      <td className={`number quiet ${styles.wide}`}>
        {series.total_low !== null && series.total_high !== null
          ? `${units(series.total_low)} – ${units(series.total_high)}`
          : '–'}
      </td>
      <td className="number">{share === null ? <span className="quiet">–</span> : changeOrFactor(share)}</td>
      <td className={`number ${styles.wide}`}>
        {series.wape === null ? <span className="quiet">–</span> : percent(series.wape)}
      </td>
      <td className={styles.middle}>
        <span className={styles.badges}>
          {series.attention.slice(0, 2).map((kind) => {
            const words = attentionWords(kind);
            return (
              <Badge key={kind} tone={words.tone} title={words.meaning}>
                {words.short}
              </Badge>
            );
          })}
        </span>
      </td>
    </tr>
  );
}
