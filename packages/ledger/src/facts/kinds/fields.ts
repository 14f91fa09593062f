import { copyText } from '../../load/copy-text.ts';

/** A line of COPY's text format. */
export function line(...fields: readonly (string | number | boolean | null)[]): string {
  let text = '';
  for (const field of fields) {
    if (text !== '') text += '\t';
    text += field === null ? '\\N' : typeof field === 'string' ? copyText(field) : field;
  }
  return `${text}\n`;
}
