import { type EmbeddedPostgres, openDatabase } from '@shelfcast/database';
import { ensureDemoTenant, newKey } from '@shelfcast/identity';
import { type Secrets, writeSecrets } from './machine/secrets.ts';

/** Whom to sign in as, and with what. */
export interface Demo {
  readonly email: string;
  readonly secrets: Secrets;
}

/** `.example` belongs to nobody (RFC 2606): no mail can go astray. */
const EMAIL = 'demo@shelfcast.example';
const UNIQUE_VIOLATION = '23505';

/** Makes the shop, its owner and the key that scripts use, where they are missing. */
export async function makeDemo(
  { appUrl }: EmbeddedPostgres,
  secretsFile: string,
  secrets: Secrets,
): Promise<Demo> {
  const database = openDatabase(appUrl);
  const ensure = ({ password, apiKey }: Secrets) =>
    ensureDemoTenant(database, {
      tenant: { name: 'Demo shop', timeZone: 'Europe/London', currency: 'GBP' },
      email: EMAIL,
      userName: 'Demo',
      password,
      key: apiKey,
    });
  try {
    await ensure(secrets);
    return { email: EMAIL, secrets };
  } catch (error) {
    // The key was revoked in the dashboard: this installation gets another one.
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    const renewed = { ...secrets, apiKey: newKey().key };
    writeSecrets(secretsFile, renewed);
    await ensure(renewed);
    return { email: EMAIL, secrets: renewed };
  } finally {
    await database.close();
  }
}
