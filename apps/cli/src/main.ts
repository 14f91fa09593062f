import { nearest } from './arguments/nearest.ts';
import { type Command, type ExitCode, exitCodes } from './command.ts';
import { reportFailure } from './terminal/report-failure.ts';
import { processTerminal, type Terminal } from './terminal/terminal.ts';

/** Loaded only when called: `--help` must not wait for a database engine. */
const commands: Readonly<Record<string, { summary: string; load(): Promise<{ command: Command }> }>> = {
  forecast: {
    summary: 'forecast the sales in a file, with quantiles',
    load: () => import('./forecast/command.ts'),
  },
  backtest: {
    summary: 'how accurate each model would have been on a file, against seasonal naive',
    load: () => import('./backtest/command.ts'),
  },
  import: {
    summary: 'send files to a running platform, and tell what became of every row',
    load: () => import('./import/command.ts'),
  },
  start: {
    summary: 'the whole platform on this machine: database, API, dashboard (also: npm start)',
    load: () => import('./start/command.ts'),
  },
};

const VERSION = '0.1.0';

async function run(commandLine: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = commandLine;
  if (name === '--version' || name === '-v') {
    terminal.print(VERSION);
    return exitCodes.done;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = rest[0] !== undefined && Object.hasOwn(commands, rest[0]) ? commands[rest[0]] : undefined;
    terminal.print(asked === undefined ? overview() : (await asked.load()).command.help);
    return name === undefined ? exitCodes.usage : exitCodes.done;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    const meant = nearest(name, Object.keys(commands));
    terminal.say(`There is no command ${JSON.stringify(name)}.`);
    terminal.say(`What to do: ${meant ? `did you mean \`shelfcast ${meant}\`?` : 'see `shelfcast --help`.'}`);
    return exitCodes.usage;
  }
  const { command } = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command.help);
    return exitCodes.done;
  }
  return command.run(rest, terminal);
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return [
    'shelfcast: how much will sell of every product in every location, and how sure that is.',
    '',
    'Commands:',
    ...lines,
    '',
    'shelfcast <command> --help shows its options and an example.',
  ].join('\n');
}

const terminal = processTerminal();
// A reader that has seen enough (`| head`) closes the pipe: no failure of ours. A full disk behind `>` is said, and is none either.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    if (stream !== process.stderr) terminal.say(`The output can’t be written: ${error.message}.`);
    process.exit(exitCodes.badInput);
  });

try {
  process.exitCode = await run(process.argv.slice(2), terminal);
} catch (failure) {
  process.exitCode = reportFailure(failure, terminal);
}
