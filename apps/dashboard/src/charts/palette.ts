/** The chart's colours as a canvas needs them: resolved, for the theme that is shown now. */
export interface Palette {
  readonly ink: string;
  readonly median: string;
  readonly band50: string;
  readonly band80: string;
  readonly grid: string;
  readonly axis: string;
  readonly today: string;
  readonly closed: string;
  readonly past: string;
  readonly stockOut: string;
  readonly panel: string;
  readonly text: string;
  readonly quiet: string;
  readonly font: string;
}

/** A canvas can't read `light-dark()`, so an element that can is asked for the colour it would show. */
export function readPalette(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    ink: colour('chart-ink'),
    median: colour('chart-median'),
    band50: colour('chart-band-50'),
    band80: colour('chart-band-80'),
    grid: colour('chart-grid'),
    axis: colour('chart-axis'),
    today: colour('chart-today'),
    closed: colour('chart-closed'),
    past: colour('chart-past'),
    stockOut: colour('chart-stock-out'),
    panel: colour('panel'),
    text: colour('ink'),
    quiet: colour('ink-3'),
    font: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return palette;
}
