export { inferStockOuts } from './infer-stock-outs.ts';
