// Draws the charts of docs/accuracy.md from the tables that the experiments saved beside them: node benchmarks/charts/draw.ts
import { writeFileSync } from 'node:fs';
import { chartFiles, folder } from './chart-files.ts';

for (const [name, svg] of chartFiles()) writeFileSync(new URL(name, folder), svg);
