import type { Forecast } from '@shelfcast/contract';
import { useMemo } from 'react';
import { buildFan } from '../../charts/fan.ts';
import { FanPanel } from '../../charts/fan-panel.tsx';
import { totalAnswer } from '../../format/answers.ts';

/** The whole shop as one series, forecast as such: its band is real, not a sum of bands. */
export function TotalChart({ total }: { total: Forecast }) {
  const fan = useMemo(() => buildFan(total.past ?? { from: total.from, values: [] }, total), [total]);
  return (
    <FanPanel
      fan={fan}
      title={`All products and locations, units a ${{ D: 'day', W: 'week', M: 'month' }[total.frequency]}`}
      finding={totalAnswer(total.total.mean, total.horizon, total.frequency, total.history)}
      file={['total']}
    />
  );
}
