import { RESULT_VERSION, type ResultObject } from './result.ts';

/** Reads a result object's text; undefined where it is none of ours: such an attempt did not happen. */
export function readResultObject(text: string): ResultObject | undefined {
  try {
    const parsed = JSON.parse(text) as Partial<ResultObject> | null;
    return parsed?.version === RESULT_VERSION && (parsed.state === 'done' || parsed.state === 'failed')
      ? (parsed as ResultObject)
      : undefined;
  } catch {
    return undefined;
  }
}
