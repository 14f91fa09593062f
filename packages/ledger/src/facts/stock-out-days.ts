/**
 * Days without stock, as committed files state them, by product and location: `is_out` where a file says that customers found
 * none, otherwise by what was on hand at the day's end. Of files that speak of a day the latest holds; within one a row for the
 * day goes before one for several. $1 = tenant; `upTo`: days after it are left out.
 */
export function stockOutDays(upTo: string, condition = ''): string {
  const committed = `f.tenant_id = $1 ${condition} AND f.import_id = ANY (ARRAY(
    SELECT i.import_id FROM shelfcast.import i WHERE i.tenant_id = $1 AND i.kind = 'stock' AND i.state = 'committed'))`;
  return `
    SELECT held.product_id, held.location_id, held.day, coalesce(held.is_out, false) AS said FROM (
      SELECT DISTINCT ON (s.product_id, s.location_id, s.day) s.product_id, s.location_id, s.day, s.is_out, s.on_hand
      FROM (
        SELECT f.product_id, f.location_id, f.day, f.import_id, f.is_out, f.on_hand, 0 AS more
        FROM shelfcast.stock_fact f WHERE ${committed} AND f.until = f.day
        UNION ALL
        SELECT f.product_id, f.location_id, d.day::date, f.import_id, f.is_out, f.on_hand, f.until - f.day
        FROM shelfcast.stock_fact f,
          generate_series(f.day::timestamp, least(f.until, ${upTo})::timestamp, interval '1 day') AS d (day)
        WHERE ${committed} AND f.until > f.day) s
      ORDER BY s.product_id, s.location_id, s.day, s.import_id DESC, s.more) held
    WHERE coalesce(held.is_out, held.on_hand <= 0) AND held.day <= ${upTo}`;
}
