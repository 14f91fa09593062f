const YES = /^(1|1[.,]0+|true|t|yes|y|on|x|✓|ja|j|wahr|oui|si|sí)$/i;
const NO = /^(0|0[.,]0+|false|f|no|n|off|-|nein|falsch|non)$/i;

/** Whether `text` says yes, in the words of tills and spreadsheets; undefined where it says neither. */
export function readYesNo(text: string): boolean | undefined {
  const bare = text.trim();
  if (YES.test(bare)) return true;
  return NO.test(bare) ? false : undefined;
}
