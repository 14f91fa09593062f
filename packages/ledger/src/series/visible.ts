/**
 * The condition under which a line of sale, by its alias, is hidden: a committed import has brought it again. Such imports mark
 * lines in blocks of 1,024 rows; `by` says something of the marks `h`.
 */
export const hidden = (line: string, by = 'true'): string => `EXISTS (
  SELECT FROM shelfcast.superseded h
  WHERE h.tenant_id = ${line}.tenant_id AND h.import_id = ${line}.import_id AND h.block = ${line}.row_no >> 10
    AND get_bit(h.rows, ${line}.row_no & 1023) = 1 AND ${by})`;

/** The condition under which a line of sale `s` counts; $1 is the tenant. */
export const VISIBLE = `s.tenant_id = $1 AND s.import_id = ANY (ARRAY(
  SELECT i.import_id FROM shelfcast.import i WHERE i.tenant_id = $1 AND i.state = 'committed')) AND NOT ${hidden('s')}`;
