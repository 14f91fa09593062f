// One 20 × 20 grid, strokes of 1.5: drawn here, so that nothing is fetched for them.
const paths = {
  overview: 'M3.5 16.5h13M5.5 13l3-4 3 2.5 3.5-6',
  products: 'm10 3 6 3.2v7.6L10 17l-6-3.2V6.2zM4.2 6.4 10 9.5l5.8-3.1M10 9.5V17',
  accuracy: 'M10 17a7 7 0 1 1 7-7M10 13.5A3.5 3.5 0 1 1 13.5 10M10 10l6.5-6.5M13.8 3.8v2.4h2.4',
  health: 'M3 10.5h3l1.8-4.5 3.4 9 2.3-6 1 1.5H17',
  calendar: 'M3.5 5.5h13v11h-13zM3.5 9h13M7 3.5v3.5M13 3.5v3.5',
  imports: 'M10 12.5V3.5m0 0L6.5 7M10 3.5 13.5 7M3.5 13v2a1.5 1.5 0 0 0 1.5 1.5h10a1.5 1.5 0 0 0 1.5-1.5v-2',
  runs: 'M6.5 4.2v11.6l9-5.8z',
  settings:
    'M3.5 6h7m4 0h2M3.5 14h2m4 0h7M10.5 6a2 2 0 1 0 4 0 2 2 0 0 0-4 0zM5.5 14a2 2 0 1 0 4 0 2 2 0 0 0-4 0z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zm4-1.5 3.5 3.5',
  close: 'm5 5 10 10M15 5 5 15',
  chevron: 'm7.5 5 5 5-5 5',
  down: 'm5 7.5 5 5 5-5',
  sun: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm0-10.5v1.5m0 12v1.5M2.5 10H4m12 0h1.5M4.7 4.7l1 1m8.6 8.6 1 1m0-10.6-1 1m-8.6 8.6-1 1',
  moon: 'M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3z',
  system: 'M3.5 4.5h13v9h-13zM7.5 16.5h5M10 13.5v3',
  download: 'M10 3.5v9m0 0L6.5 9M10 12.5 13.5 9M3.5 14v1a1.5 1.5 0 0 0 1.5 1.5h10a1.5 1.5 0 0 0 1.5-1.5v-1',
  copy: 'M7.5 7.5h9v9h-9zM4.5 12.5h-1v-9h9v1',
  table: 'M3.5 4.5h13v11h-13zM3.5 8.2h13M3.5 11.9h13M8.5 8.2v7.3',
  past: 'M3.8 10a6.2 6.2 0 1 1 1.9 4.5M3.5 6v4h4M10 7v3.2l2.2 1.5',
  warn: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5m0 2v.3',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm0-7.5v4M10 6.6v.3',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  up: 'm5 12.5 5-5 5 5',
  file: 'M5.5 3.5h6l3.5 3.5v9.5h-9.5zM11.5 3.5V7H15',
  key: 'M8 12.5a4 4 0 1 1 3.5-2l5 5v1.5h-2.5v-2h-2v-1.8',
  keyboard: 'M3 6h14v8.5H3zM6 9h.1m2.6 0h.1m2.6 0h.1m2.6 0h.1M7 12h6',
  user: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-5.5 6.5c.600-3 2.7-4.5 5.5-4.5s4.9 1.5 5.5 4.5',
  out: 'M8.5 3.5h-4v13h4M8.5 10h8m0 0-3-3m3 3-3 3',
} as const;

export type IconName = keyof typeof paths;

/** Always beside a word or inside a labelled control, so hidden from screen readers. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
