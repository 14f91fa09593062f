import { readPalette } from './palette.ts';

/** The chart as a picture that stands alone in an email: its finding above, its source below. */
export async function chartImage(chart: HTMLCanvasElement, title: string, note: string): Promise<Blob> {
  const palette = readPalette();
  const pixel = devicePixelRatio;
  const margin = 20 * pixel;
  const canvas = document.createElement('canvas');
  canvas.width = chart.width + margin * 2;
  const context = canvas.getContext('2d')!;
  const titleFont = `600 ${17 * pixel}px ${palette.font}`;
  context.font = titleFont;
  const lines = wrap(context, title, chart.width);
  const lineHeight = 24 * pixel;
  canvas.height = margin + lines.length * lineHeight + 28 * pixel + chart.height + margin;

  context.fillStyle = palette.panel;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'top';
  context.fillStyle = palette.text;
  context.font = titleFont;
  for (const [i, line] of lines.entries()) context.fillText(line, margin, margin + i * lineHeight);
  context.font = `${12 * pixel}px ${palette.font}`;
  context.fillStyle = palette.quiet;
  context.fillText(note, margin, margin + lines.length * lineHeight + 2 * pixel);
  context.drawImage(chart, margin, margin + lines.length * lineHeight + 28 * pixel);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('This browser could not draw the image.'))),
      'image/png',
    ),
  );
}

function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** To the clipboard; as a file where the browser keeps the clipboard from pages. */
export async function copyImage(
  image: Promise<Blob>,
  save: (image: Blob) => void,
): Promise<'copied' | 'saved'> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
    return 'copied';
  } catch {
    save(await image);
    return 'saved';
  }
}
