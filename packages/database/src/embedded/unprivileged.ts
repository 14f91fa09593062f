import { type SpawnOptions, spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { databaseErrors, ShelfcastError } from '@shelfcast/domain';

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** How to run a program that refuses to be root, or to be a user without a name. */
export interface Unprivileged {
  /** The command line that runs `program` so. */
  wrap(program: string, args: readonly string[]): { file: string; args: string[]; options: SpawnOptions };
  /** The user, as seen from here, whom the files have to belong to; undefined = whoever we are. */
  readonly fileOwner?: Owner;
  /** Makes sure that the server will reach its data folder, or says why it can't. */
  prepare(dataFolder: string): void;
}

/** 65534 is `nobody` on every Linux; inside the namespace it stands for ourselves outside. */
const NAMESPACE = ['--user', '--map-user=65534', '--map-group=65534'];

/**
 * As an ordinary user: directly. As root, or as a number without a name (`docker run --user 1234`): in a user namespace,
 * where files stay our own and a 0700 home is no obstacle. As root where namespaces are forbidden (Docker's default): as
 * the user `nobody`.
 */
export function unprivileged(): Unprivileged {
  const isRoot = process.getuid?.() === 0;
  if (isRoot || !hasName()) {
    if (spawnSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' }).status === 0) {
      return {
        wrap: (file, args) => ({ file: 'unshare', args: [...NAMESPACE, file, ...args], options: {} }),
        fileOwner: isRoot ? { uid: 0, gid: 0 } : undefined,
        prepare: (dataFolder) => isRoot && chownSync(dataFolder, 0, 0),
      };
    }
    if (isRoot) return asNobody();
  }
  return { wrap: (file, args) => ({ file, args: [...args], options: {} }), prepare() {} };
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function asNobody(): Unprivileged {
  const nobody = { uid: idOf('-u'), gid: idOf('-g') };
  return {
    wrap: (file, args) => ({ file, args: [...args], options: nobody }),
    fileOwner: nobody,
    prepare(dataFolder) {
      chownSync(dataFolder, nobody.uid, nobody.gid);
      if (spawnSync('ls', [dataFolder], { ...nobody, stdio: 'ignore' }).status === 0) return;
      throw new ShelfcastError(databaseErrors.cannot_run_as_root, {
        detail: `This process is root, user namespaces are not allowed, and the user \`nobody\` can't reach ${dataFolder}.`,
        remedy:
          'Start as an ordinary user, allow user namespaces, or move Shelfcast to a folder that every user can enter (not below /root).',
      });
    },
  };
}

function idOf(flag: '-u' | '-g'): number {
  const { stdout, status } = spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' });
  if (status === 0) return Number(stdout);
  throw new ShelfcastError(databaseErrors.cannot_run_as_root, {
    detail: 'This process is root; user namespaces are not allowed and there is no user `nobody`.',
    remedy: 'Start as an ordinary user, or set SHELFCAST_DATABASE_URL to another PostgreSQL.',
  });
}

/** Hands a file, or a folder with all in it, to the user who will run the server: another start may have run as another. */
export function giveTo(owner: Owner | undefined, path: string): void {
  if (!owner) return;
  const found = lstatSync(path);
  if (found.uid === owner.uid && found.gid === owner.gid) return;
  const names = found.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of names) chownSync(join(path, name), owner.uid, owner.gid);
  // Last, so that an interrupted hand-over is noticed and repeated by the next start.
  chownSync(path, owner.uid, owner.gid);
}
