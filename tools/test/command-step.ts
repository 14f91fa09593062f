import { spawn } from 'node:child_process';

export interface StepResult {
  readonly passed: boolean;
  readonly output: string;
}

/** Runs a tool to its end; what it said matters only when it failed. */
export function runCommand(command: string, args: readonly string[], cwd: string): Promise<StepResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (piece: Buffer): void => {
      output += piece;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ passed: false, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}
