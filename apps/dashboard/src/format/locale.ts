/** The reader's own way of writing numbers and dates; outside a browser (tests) a fixed one. */
export const locale: string =
  typeof document === 'undefined' ? 'en-GB' : (navigator.languages[0] ?? navigator.language ?? 'en-GB');
