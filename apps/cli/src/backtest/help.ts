import { modelNames } from '@shelfcast/forecasting';
import { exitCodesHelp, salesOptionsHelp } from '../terminal/usage-text.ts';

export const help = `shelfcast backtest FILE --id … --date … --value … --horizon N [--origins 3]

Tells how accurate each model would have been: the last part of every series is held back,
forecast from what lies before it, and compared. Always against seasonal naive (the same
weekday of last week). Writes nothing.

Example, with the sample in this repository:
  npx shelfcast backtest samples/online-retail/sales.csv.gz --id StockCode,Country \\
      --date InvoiceDate --value Quantity --end file --horizon 28 --origins 3

${salesOptionsHelp.replace('MODEL_NAMES', modelNames.join(', '))}

What is tested:
  --origins 3            how many past dates to forecast from, a horizon apart
  --json                 the figures as JSON

auto is the whole procedure: it chooses a model on what lies before each test, as
\`shelfcast forecast\` would have done on that day.

${exitCodesHelp}`;
