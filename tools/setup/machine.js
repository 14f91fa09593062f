// Which machines Shelfcast runs on by itself, and what to use on the others.

const OLDEST_NODE = 20;

const ELSEWHERE = `Run it in a Linux container instead:
  docker run -it --rm -p 4600:4600 -v "$PWD":/shelfcast -w /shelfcast node:24 npm start -- --host 0.0.0.0`;

/** Whether this Node was built against musl (Alpine), whose programs can't run the embedded PostgreSQL. */
function usesMusl() {
  const header = process.report?.getReport?.()?.header;
  return process.platform === 'linux' && header !== undefined && !header.glibcVersionRuntime;
}

/**
 * Why this machine can't run Shelfcast, with what to do; undefined when it can.
 * @param {{ platform?: string, arch?: string, node?: string, musl?: boolean }} [machine] this one by default
 * @returns {string | undefined}
 */
export function whyUnsupported({
  platform = process.platform,
  arch = process.arch,
  node = process.versions.node,
  musl = usesMusl(),
} = {}) {
  if (Number.parseInt(node, 10) < OLDEST_NODE) {
    return `Node ${node} is too old: ${OLDEST_NODE} or later is needed.\nInstall a current one from https://nodejs.org and try again.`;
  }
  if (platform === 'win32') {
    return 'Windows itself is not supported.\nRun it in WSL (wsl --install, then clone and npm start inside it), or in Docker.';
  }
  if (!['linux', 'darwin'].includes(platform) || !['x64', 'arm64'].includes(arch)) {
    return `${platform} on ${arch} is not supported: Linux and macOS on x64 or arm64 are.\n${ELSEWHERE}`;
  }
  if (musl)
    return `Linux with musl (Alpine) is not supported: the embedded PostgreSQL needs glibc.\n${ELSEWHERE}`;
  return undefined;
}
