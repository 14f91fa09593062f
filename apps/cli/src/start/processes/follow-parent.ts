// Loaded before the entry file of each process that `shelfcast start` starts (node --import): when the parent is gone,
// whatever ended it, the process drains and ends as on SIGTERM. So nothing runs on unseen after kill -9.

/** Draining ends by itself; this is for a process that hangs. */
const HARD_STOP_MS = 15_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), HARD_STOP_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// The channel alone must not keep a process that has nothing left to do.
process.channel?.unref();
