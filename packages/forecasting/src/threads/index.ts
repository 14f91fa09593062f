export type { ThreadOptions } from './on-threads.ts';
export { backtestPanelOnThreads, forecastPanelOnThreads } from './on-threads.ts';
