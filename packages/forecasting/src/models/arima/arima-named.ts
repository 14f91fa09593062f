import type { Model } from '../../contract.ts';
import { arima } from './arima.ts';

const NAME = /^arima\((\d),(\d),(\d)\)(?:\((\d),(\d),(\d)\))?$/;

/** Made once each: a plan's candidates are told apart by identity. */
const made = new Map<string, Model>();

/** `arima(p,d,q)` or `arima(p,d,q)(P,D,Q)`, each a digit; undefined where `name` is of another form. */
export function arimaNamed(name: string): Model | undefined {
  const found = NAME.exec(name);
  if (found === null) return undefined;
  const [p, d, q, P, D, Q] = found.slice(1).map((digit) => Number(digit ?? 0));
  const model = made.get(name) ?? arima([p, d, q], [P, D, Q]);
  made.set(name, model);
  return model;
}
