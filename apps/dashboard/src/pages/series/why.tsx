import type { Forecast } from '@shelfcast/contract';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { accuracyAnswer, biasWords, coverageWords, skillWords } from '../../format/accuracy.ts';
import { failureWords, modelName, modelWords, reasonWords } from '../../format/models.ts';
import { periodsName } from '../../format/periods.ts';
import { Scoreboard } from './scoreboard.tsx';

/** "Why this number?": the only place where models have names, and each says what it does. */
export function Why({ forecast }: { forecast: Forecast }) {
  const { scores, model, frequency } = forecast;
  const own = scores.find((score) => score.model === model);
  const naive = scores.find((score) => score.naive);
  const does = modelWords(model);
  return (
    <Panel
      title="Why this number?"
      lead={
        <>
          Forecast by <strong>{modelName(model)}</strong>
          {does && `, which ${does}`}. {reasonWords(forecast.reason, scores.length, frequency)}
        </>
      }
    >
      {own && (
        <ul className="facts">
          <li>
            {accuracyAnswer({ mae: own.mae, naive_mae: own.naive ? null : (naive?.mae ?? null) }, frequency)}
          </li>
          {!own.naive && naive && <li>{skillWords(own.mae, naive.mae)}</li>}
          <li>{coverageWords(own.coverage80, frequency)}</li>
          <li>{biasWords(own.bias)}</li>
        </ul>
      )}
      {forecast.failures.length > 0 && (
        <div className="spaced">
          <Notice
            tone="warn"
            title={
              forecast.failures.length === 1
                ? 'One model failed on this product'
                : `${forecast.failures.length} models failed on this product`
            }
          >
            <ul>
              {forecast.failures.map((failure) => (
                <li key={failure.model}>
                  {modelName(failure.model)}: {failureWords(failure.cause)}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {scores.length > 0 && (
        <Scoreboard
          scores={scores}
          chosen={model}
          caption={`How each did on ${periodsName(forecast.horizon, frequency)} that had already happened, and that it was not shown`}
        />
      )}
    </Panel>
  );
}
