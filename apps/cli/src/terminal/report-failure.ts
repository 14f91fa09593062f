import { ShelfcastError } from '@shelfcast/domain';
import { UsageError } from '../arguments/usage-error.ts';
import { type ExitCode, exitCodes } from '../command.ts';
import { grouped } from './format.ts';
import type { Terminal } from './terminal.ts';

/** Says what happened, where, and what to do; answers with the exit code. Never shows a stack trace. */
export function reportFailure(failure: unknown, terminal: Terminal): ExitCode {
  if (failure instanceof UsageError) {
    terminal.say(terminal.red(failure.message));
    terminal.say(`What to do: ${failure.remedy}`);
    return exitCodes.usage;
  }
  if (failure instanceof ShelfcastError) {
    const { kind, details } = failure;
    terminal.say(`${terminal.red(kind.title)}. ${details.detail}`);
    const where = whereText(details.where);
    if (where !== '') terminal.say(`Where: ${where}`);
    terminal.say(`What to do: ${details.remedy}`);
    terminal.say(terminal.dim(`(${kind.code}; more in docs/errors/${kind.code}.md)`));
    return exitCodes.badInput;
  }
  const message = failure instanceof Error ? failure.message : String(failure);
  terminal.say(
    `${terminal.red('This is a defect of Shelfcast, not of your file')}: ${message.split('\n')[0]}`,
  );
  terminal.say('What to do: run it again with SHELFCAST_DEBUG=1 and send us what it prints.');
  if (process.env.SHELFCAST_DEBUG)
    terminal.say(failure instanceof Error ? (failure.stack ?? message) : message);
  return exitCodes.defect;
}

function whereText(where: ShelfcastError['details']['where']): string {
  if (where === undefined) return '';
  const parts: string[] = [];
  if (where.file !== undefined) parts.push(where.file);
  // An editor counts lines; a person, rows of data.
  const row =
    where.row === undefined ? undefined : where.row === 0 ? 'its header' : `row ${grouped(where.row)}`;
  if (where.line !== undefined)
    parts.push(`line ${grouped(where.line)}${row ? ` (${row} of the data)` : ''}`);
  else if (row !== undefined) parts.push(row);
  if (where.field !== undefined) parts.push(`column ${JSON.stringify(where.field)}`);
  return parts.join(', ');
}
