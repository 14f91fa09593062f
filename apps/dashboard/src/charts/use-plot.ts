import { type RefObject, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import { useTheme } from '../theme/use-theme.ts';
import type { Fan } from './fan.ts';
import { readPalette } from './palette.ts';
import { plotData, plotOptions } from './plot-options.ts';

/** Keeps a uPlot in `host` for as long as it is shown: same data, width and theme, same plot. Returns it and the index read. */
export function usePlot(host: RefObject<HTMLDivElement | null>, fan: Fan, first: number, height: number) {
  const plot = useRef<uPlot | null>(null);
  const [index, setIndex] = useState<number | null>(null);
  const [width, setWidth] = useState(0);
  const { shown } = useTheme();

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);

  // `shown` isn't read here, but it changes the palette, which is read from the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours
  useEffect(() => {
    const element = host.current;
    if (!element || width === 0) return;
    const options = plotOptions(fan, readPalette(), { width, height }, first, setIndex);
    const made = new uPlot(options, plotData(fan), element);
    plot.current = made;
    return () => {
      made.destroy();
      plot.current = null;
    };
  }, [host, fan, first, width, height, shown]);

  return { plot, index, setIndex };
}
