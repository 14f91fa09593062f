import type { TenantTransaction } from '@shelfcast/database';
import type { HoursRule } from '@shelfcast/domain/calendar';

interface LocatedRule extends HoursRule {
  /** 0 = every location. */
  readonly location_id: number;
  /** Its place among all: of rules that speak of the same days the first holds. */
  readonly rank: number;
}

/** What committed files say of opening hours. */
export class OpeningHours {
  readonly #byLocation: ReadonlyMap<number, readonly LocatedRule[]>;

  constructor(rules: readonly LocatedRule[]) {
    this.#byLocation = Map.groupBy(rules, (rule) => rule.location_id);
  }

  /** The rules for a location, those that hold first. */
  of(location: number): HoursRule[] {
    const own = this.#byLocation.get(location) ?? [];
    return [...own, ...(this.#byLocation.get(0) ?? [])].sort((a, b) => a.rank - b.rank);
  }

  get areKnown(): boolean {
    return this.#byLocation.size > 0;
  }
}

/**
 * Reads the tenant's opening hours. Of rules that speak of the same days, the latest committed import's holds; within an
 * import one for the location goes before one for all, and one that began later before one that began earlier.
 */
export async function readHours(tx: TenantTransaction): Promise<OpeningHours> {
  const rules = await tx.query<LocatedRule>(
    `SELECT h.location_id, h.weekday, h.starts_on - date '1970-01-01' AS "from", h.ends_on - date '1970-01-01' AS "to", h.closed,
       row_number() OVER (ORDER BY h.import_id DESC, h.location_id = 0, h.starts_on DESC NULLS LAST, h.row_no DESC) AS rank
     FROM shelfcast.hours_fact h JOIN shelfcast.import i ON i.tenant_id = $1 AND i.import_id = h.import_id
     WHERE h.tenant_id = $1 AND i.state = 'committed'`,
    [tx.tenant],
  );
  return new OpeningHours(rules);
}
