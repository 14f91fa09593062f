import type { Forecast } from '@shelfcast/contract';
import { useMemo } from 'react';
import { buildFan } from '../../charts/fan.ts';
import { FanPanel } from '../../charts/fan-panel.tsx';
import { busiestAnswer, totalAnswer } from '../../format/answers.ts';
import { periodName } from '../../format/periods.ts';

/** The whole shop as one series, forecast as such: its band is real, not a sum of bands. */
export function TotalChart({ total }: { total: Forecast }) {
  const fan = useMemo(() => buildFan(total.past ?? { from: total.from, values: [] }, total), [total]);
  return (
    <FanPanel
      fan={fan}
      title={busiestAnswer(total) ?? 'What will sell'}
      lead={`Units a ${periodName(total.frequency)}, all products and locations`}
      finding={totalAnswer(total.total.mean, total.horizon, total.frequency, total.history)}
      file={['total']}
    />
  );
}
