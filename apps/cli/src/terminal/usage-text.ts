/** Options that `forecast` and `backtest` share, as their help shows them. */
export const salesOptionsHelp = `What the columns mean:
  --id item,store        columns that tell one series from another
  --date date            column with the day of sale (2024-12-31, with or without time)
  --value units          column with the units sold
  --known price,promo    columns known in advance, which models learn from; rows with
                         an empty value after a series' last date are its future
  --static dept,state    columns that never change within a series
  --date-format FORMAT   how dates are written where not as 2024-12-31 or 20241231,
                         such as "%d.%m.%Y"

What a date without a row means:
  --missing zero|nan     no sale (default), or not known
  --closed COLUMN|FILE   closed days are no zeros: a column that is 1 or true, or a
                         file with a column of dates (and of ids, to say whose)
  --end series|file      a series ends with its own last value (default), or with the
                         file's last; then a product without rows sold nothing

How to forecast:
  --horizon 28           periods ahead
  --frequency D|W|M      days, weeks, months (default: as the dates are spaced); finer
                         rows are added up
  --season 7             periods a season (default: 7 days, 52 weeks, 12 months), then
                         longer ones: 7,365.25 (default where history holds two years)
  --holidays DE-BY       whose holidays the models know: a country, or a part of one
  --quantiles 0.1,0.5,0.9
  --models auto          auto (default: what does best on each series, never worse than
                         seasonal naive in the test), or names:
                         MODEL_NAMES;
                         or several together: mean(…), median(…)
  --workers N            threads (default: all cores); the result doesn't depend on it`;

export const exitCodesHelp = `Exit codes: 0 done · 1 a defect of Shelfcast · 2 the command line · 3 the file or the result · 130 interrupted`;
