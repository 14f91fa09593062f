/** The condition under which a line of sale `s` counts; $1 is the tenant. */
export const VISIBLE = `s.tenant_id = $1 AND s.superseded_by IS NULL AND s.import_id = ANY (ARRAY(
  SELECT i.import_id FROM shelfcast.import i WHERE i.tenant_id = $1 AND i.state = 'committed'))`;
