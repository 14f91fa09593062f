import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dataHealthQuery } from '../../api/data-health.ts';
import { healthAnswer, worthDoing } from '../../format/data-health.ts';
import styles from './attention-panel.module.css';

/** One line about what the forecasts are made of, where something could be better. */
export function DataHealthLine() {
  const { data } = useQuery(dataHealthQuery);
  if (!data?.report || worthDoing(data.report).length === 0) return null;
  return (
    <p className={styles.health}>
      {healthAnswer(data)}. <Link to="/data-health">See which</Link>
    </p>
  );
}
