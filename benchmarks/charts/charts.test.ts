import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawBars } from './bars.ts';
import { chartFiles, folder } from './chart-files.ts';

test('the charts in docs are those that the saved tables give: node benchmarks/charts/draw.ts', () => {
  for (const [name, svg] of chartFiles())
    assert.equal(readFileSync(new URL(name, folder), 'utf8'), svg, name);
});

test('a bar twice as long is twice the value, and words are escaped', () => {
  const svg = drawBars({
    title: 'a < b & c',
    subtitle: '',
    source: '',
    panels: [
      {
        heading: '',
        note: '',
        bars: [
          { label: 'one', value: 1, text: '1', ours: true },
          { label: 'two', value: 2, text: '2', ours: false },
        ],
      },
    ],
  });
  const [one, two] = [...svg.matchAll(/class="bar[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
  assert.ok(Math.abs(two - 2 * one) < 0.2);
  assert.match(svg, /a &lt; b &amp; c/);
});
