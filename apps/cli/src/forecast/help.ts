import { modelNames } from '@shelfcast/forecasting';
import { exitCodesHelp, salesOptionsHelp } from '../terminal/usage-text.ts';

export const help = `shelfcast forecast FILE --id … --date … --value … --horizon N --output FILE

Forecasts every series in a file of sales, with quantiles. FILE is CSV (also .gz) or
Parquet in long format, a row a series and date, in any order of rows.

Example, with the sample in this repository:
  npx shelfcast forecast samples/online-retail/sales.csv.gz --id StockCode,Country \\
      --date InvoiceDate --value Quantity --end file --horizon 28 --output forecasts.csv

${salesOptionsHelp.replace('MODEL_NAMES', modelNames.join(', '))}

What comes out:
  --output FILE          .csv or .parquet, or - for CSV on stdout: the id columns, date,
                         model, mean, q0.1, q0.5, …; written whole or not at all
  --json                 the closing summary as JSON

${exitCodesHelp}`;
