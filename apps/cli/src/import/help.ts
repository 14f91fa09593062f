import { DEFAULT_PORT } from '../start/options.ts';

export const help = `Send files of sales, or of what else a forecast needs, to a running Shelfcast, and tell what became of every row.

Usage: npx shelfcast import FILE… [options]

  FILE                CSV, Excel, JSON lines or Parquet, also .gz and .zip, up to 5 GiB each; one after the other
  --url ADDRESS       of the platform; default: the one that runs on this machine
                      (SHELFCAST_URL, what \`npm start\` noted, http://127.0.0.1:${DEFAULT_PORT})
  --key KEY           an API key that may write; better as SHELFCAST_API_KEY, which no list of
                      processes shows. \`npm start\` prints one; the dashboard makes them under Settings
  --date COLUMN       which column holds the day …
  --product COLUMN    … the product (several: item,size) …
  --location COLUMN   … the store, where there are several …
  --units COLUMN      … and the units sold. Needed only where the header doesn't say it
  --kind KIND         what a file holds, where its header leaves it open: sales, products, locations,
                      prices, stock, hours or events
  --date-order ORDER  dmy or mdy, where no date of the file tells day from month
  --review            say what a file holds, and load nothing before somebody confirms it in the dashboard
  --forecast          start new forecasts once the rows are in
  --json              what became of the files, as one JSON object on stdout

A broken line or a restart only makes it wait. Stopped with Ctrl-C, the same command goes on where it
was; what has arrived stays for seven days. The same file again changes nothing.

Example:
  SHELFCAST_API_KEY=shc_… npx shelfcast import sales-2025.csv.gz --forecast

Exit codes: 0 done · 1 a defect of Shelfcast · 2 the command line · 3 a file can't be read or imported ·
4 the platform can't be reached, or refuses the key or the upload · 130 interrupted`;
