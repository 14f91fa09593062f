import type { TenantId, UserId } from '@shelfcast/domain';
import type { Generated } from 'kysely';

/** The foundation's tables. Other rooms bind their own: `tx.sql.withTables<LedgerTables>()`. */
export interface Tables {
  tenant: {
    tenant_id: TenantId;
    name: string;
    time_zone: Generated<string>;
    currency: string | null;
    place: string | null;
    created_at: Generated<Date>;
    promoted_at: Date | null;
  };
  app_user: {
    user_id: UserId;
    email: string;
    name: string;
    password_hash: string;
    created_at: Generated<Date>;
  };
  membership: {
    tenant_id: TenantId;
    user_id: UserId;
    role: 'owner' | 'planner' | 'viewer';
    created_at: Generated<Date>;
  };
  session: {
    session_hash: Buffer;
    user_id: UserId;
    tenant_id: TenantId;
    data: unknown;
    created_at: Generated<Date>;
    expires_at: Date;
  };
  api_key: {
    tenant_id: TenantId;
    key_id: string;
    name: string;
    prefix: string;
    key_hash: Buffer;
    scopes: string[];
    created_at: Generated<Date>;
    revoked_at: Date | null;
    last_used_at: Date | null;
  };
}
