/** A bar: what it is of, how long, what stands at its end, and whether it is ours. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly ours: boolean;
}

/** Bars that are compared with each other, under a heading of their own. */
export interface Panel {
  readonly heading: string;
  readonly note: string;
  readonly bars: readonly Bar[];
}

export interface Chart {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is measured, in which unit. */
  readonly subtitle: string;
  readonly panels: readonly Panel[];
  readonly source: string;
}

const WIDTH = 760;
const LABELS = 250;
const ENDS = 90;
const ROW = 24;
const BAR = 14;
const TOP = 76;
const HEADING = 40;

/** The dashboard's colours (its tokens.css), so that a chart looks the same wherever it is met, by day and by night. */
const STYLE = `
text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-size: 13px; fill: #1d1b17; font-variant-numeric: tabular-nums }
.title { font-size: 17px; font-weight: 600 }
.soft { fill: #55504a }
.faint { fill: #6d675e; font-size: 11.5px }
.heading, .own { font-weight: 600 }
.paper { fill: #fbfaf7 }
.bar { fill: #c4bdb0 }
.bar.ours { fill: #0b6655 }
@media (prefers-color-scheme: dark) {
  text { fill: #f0ede6 }
  .soft { fill: #bab4a8 }
  .faint { fill: #9c968a }
  .paper { fill: #171613 }
  .bar { fill: #5c574e }
  .bar.ours { fill: #55c9ae }
}`;

/** A chart of horizontal bars as SVG. The values stand beside the bars, so that nothing has to be read off an axis. */
export function drawBars(chart: Chart): string {
  const parts: string[] = [];
  let y = TOP;
  for (const panel of chart.panels) {
    parts.push(text(20, y, 'heading', panel.heading), text(WIDTH - 20, y, 'faint', panel.note, 'end'));
    y += 12;
    const lengths = lengthsOf(panel);
    panel.bars.forEach((bar, k) => {
      const middle = y + ROW / 2;
      const own = bar.ours ? ' ours' : '';
      parts.push(
        text(LABELS, middle + 4.5, bar.ours ? 'own' : 'soft', bar.label, 'end'),
        `<rect class="bar${own}" x="${LABELS + 10}" y="${middle - BAR / 2}" width="${lengths[k].toFixed(1)}" height="${BAR}" rx="2"/>`,
        text(LABELS + 16 + lengths[k], middle + 4.5, bar.ours ? 'own' : 'soft', bar.text),
      );
      y += ROW;
    });
    y += HEADING;
  }
  const height = y + 4;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title subtitle">
<title id="title">${escaped(chart.title)}</title>
<desc id="subtitle">${escaped(chart.subtitle)}</desc>
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${height}" rx="8"/>
${text(20, 30, 'title', chart.title)}
${text(20, 50, 'soft', chart.subtitle)}
${parts.join('\n')}
${text(20, height - 14, 'faint', chart.source)}
</svg>
`;
}

/** Pixels a bar, in proportion to its value; never nothing. */
function lengthsOf({ bars }: Panel): number[] {
  const most = Math.max(...bars.map(({ value }) => value));
  return bars.map(({ value }) => Math.max(1, ((WIDTH - LABELS - ENDS - 20) * value) / most));
}

function text(x: number, y: number, kind: string, words: string, anchor = 'start'): string {
  return `<text class="${kind}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
