import type { Run } from './client/api.ts';
import type { Demo } from './demo.ts';

export interface Ready {
  readonly address: string;
  readonly host: string;
  readonly demo: Demo;
  readonly run: Run | undefined;
  readonly dataFolder: string;
}

/** What the user needs now: where it is, how to get in, what to try next. */
export function readyText({ address, host, demo, run, dataFolder }: Ready): string[] {
  return [
    '',
    `Ready: ${address}`,
    '',
    `  Sign in with  ${demo.email}`,
    `  Password      ${demo.secrets.password}`,
    ...accuracy(run),
    '',
    'From a script:',
    `  curl -s -H 'Authorization: Bearer ${demo.secrets.apiKey}' ${address}/v1/overview`,
    '',
    ...(isLocal(host)
      ? []
      : [`Everyone who reaches this machine's port can see the sign-in page: ${host} is not only yours.`]),
    `Your own sales: npm start -- my-sales.csv     Stop: Ctrl-C (the data stays in ${dataFolder})`,
  ];
}

function accuracy(run: Run | undefined): string[] {
  const { wape, naive_wape } = run?.accuracy ?? {};
  if (wape == null || naive_wape == null) return [];
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
  return [
    '',
    `  Held against the past, a product in a store is off by ${percent(wape)} of its daily sales; the naive forecast by ${percent(naive_wape)}`,
  ];
}

function isLocal(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '::1';
}
