import { type Duck, literal } from '../duck/open-duck.ts';
import { scan } from '../duck/scan.ts';
import type { ExpectedClosed, Label } from './label.ts';

/** Reads the labels of a shard's items, in the shard's order. */
export async function readLabels(duck: Duck, path: string): Promise<Label[]> {
  const labels: Label[] = [];
  const query = `SELECT key, product, product_name, location_id, location, location_name, unit, expected_closed
    FROM read_parquet(${literal(path)})`;
  await scan(duck, query, (columns, rows) => {
    for (let i = 0; i < rows; i++) {
      const [key, product, productName, locationId, location, locationName, unit, expected] = columns.map(
        (column) => column.getItem(i),
      ) as [
        bigint,
        string | null,
        string | null,
        bigint | null,
        string | null,
        string | null,
        string,
        string,
      ];
      labels.push({
        key: Number(key),
        product: product === null ? null : { code: product, name: productName },
        location:
          location === null || locationId === null
            ? null
            : { location: Number(locationId), code: location, name: locationName },
        unit,
        expectedClosed: JSON.parse(expected) as ExpectedClosed[],
      });
    }
  });
  return labels;
}
