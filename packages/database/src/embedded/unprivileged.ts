import { type SpawnOptions, spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { databaseErrors, ShelfcastError } from '@shelfcast/domain';

/** How to run a program that refuses to be root: PostgreSQL checks that its effective user is not 0. */
export interface Unprivileged {
  /** The command line that runs `program` so. */
  wrap(program: string, args: readonly string[]): { file: string; args: string[]; options: SpawnOptions };
  /** The user, as seen from here, whom the data folder has to belong to; undefined = whoever we are. */
  readonly fileOwner?: { readonly uid: number; readonly gid: number };
  /** Makes sure that the server will reach its data folder, or says why it can't. */
  prepare(dataFolder: string): void;
}

/** 65534 is `nobody` on every Linux; inside the namespace it stands for our own root outside. */
const NAMESPACE = ['--user', '--map-user=65534', '--map-group=65534'];

/**
 * As an ordinary user: directly. As root: in a user namespace, where files stay root's own and a 0700 home is no obstacle;
 * where namespaces are forbidden (Docker's default) as the user `nobody`.
 */
export function unprivileged(): Unprivileged {
  const prepare = () => {};
  if (process.getuid?.() !== 0)
    return { wrap: (file, args) => ({ file, args: [...args], options: {} }), prepare };
  if (spawnSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' }).status === 0) {
    return {
      wrap: (file, args) => ({ file: 'unshare', args: [...NAMESPACE, file, ...args], options: {} }),
      fileOwner: { uid: 0, gid: 0 },
      prepare,
    };
  }
  const nobody = { uid: idOf('-u'), gid: idOf('-g') };
  return {
    wrap: (file, args) => ({ file, args: [...args], options: nobody }),
    fileOwner: nobody,
    prepare(dataFolder) {
      chownSync(dataFolder, nobody.uid, nobody.gid);
      if (spawnSync('ls', [dataFolder], { ...nobody, stdio: 'ignore' }).status !== 0)
        throw unreachable(dataFolder);
    },
  };
}

function unreachable(dataFolder: string): ShelfcastError {
  return new ShelfcastError(databaseErrors.cannot_run_as_root, {
    detail: `This process is root, user namespaces are not allowed, and the user \`nobody\` can't reach ${dataFolder}.`,
    remedy:
      'Start as an ordinary user, allow user namespaces, or move Shelfcast to a folder that every user can enter (not below /root).',
  });
}

function idOf(flag: '-u' | '-g'): number {
  const { stdout, status } = spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' });
  if (status === 0) return Number(stdout);
  throw new ShelfcastError(databaseErrors.cannot_run_as_root, {
    detail: 'This process is root; user namespaces are not allowed and there is no user `nobody`.',
    remedy: 'Start as an ordinary user, or set SHELFCAST_DATABASE_URL to another PostgreSQL.',
  });
}

/** Hands a folder made under other circumstances (a namespace then, `nobody` now) to the user who will run the server. */
export function giveTo(owner: Unprivileged['fileOwner'], folder: string): void {
  if (!owner) return;
  const { uid, gid } = lstatSync(folder);
  if (uid === owner.uid && gid === owner.gid) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, name), owner.uid, owner.gid);
  }
  // Last, so that an interrupted hand-over is noticed and repeated by the next start.
  chownSync(folder, owner.uid, owner.gid);
}
