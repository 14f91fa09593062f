import type { Overview } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { AccuracyBars } from '../../charts/accuracy-bars.tsx';
import { Panel } from '../../components/panel.tsx';
import { biasWords, coverageWords, shareAnswer, skillWords } from '../../format/accuracy.ts';
import { counted } from '../../format/numbers.ts';

/** Can I trust it? Words first, always beside the naive forecast. */
export function HowAccurate({ overview }: { overview: Overview }) {
  const { accuracy, run } = overview;
  if (!accuracy || accuracy.wape === null) {
    return (
      <Panel title="How accurate so far">
        <p>
          There is too little history to test forecasts on. Once a few more weeks are in, this says how far
          off they are.
        </p>
      </Panel>
    );
  }
  const { total } = accuracy.levels;
  return (
    <Panel
      title="How accurate so far"
      lead={`${shareAnswer(accuracy.wape, accuracy.naive_wape)}.`}
      actions={<Link to="/accuracy">All of it</Link>}
    >
      <h3 className="over">Product by product</h3>
      <AccuracyBars wape={accuracy.wape} naive={accuracy.naive_wape} />
      {total?.wape != null && (
        <>
          <h3 className="over">All together</h3>
          <AccuracyBars wape={total.wape} naive={total.naive_wape} />
        </>
      )}
      <ul className="facts">
        <li>{skillWords(accuracy.wape, accuracy.naive_wape)}</li>
        <li>{coverageWords(accuracy.coverage['0.8'] ?? null, run?.frequency ?? 'D')}</li>
        <li>{biasWords(accuracy.bias)}</li>
        {accuracy.naive_won > 0 && (
          <li>
            For {counted(accuracy.naive_won, 'product')} the naive forecast was as good as any, so it is the
            one used
          </li>
        )}
      </ul>
    </Panel>
  );
}
