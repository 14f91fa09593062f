import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventId, eventStream, type Watched } from './event-stream.ts';

interface State {
  readonly done: number;
}

async function collect(states: readonly State[], options: Partial<Watched<State>> = {}): Promise<string> {
  let i = 0;
  const stream = eventStream<State>({
    name: 'run',
    read: async () => states[Math.min(i++, states.length - 1)],
    ended: (state) => state.done === 9,
    signal: new AbortController().signal,
    pollMilliseconds: 1,
    ...options,
  });
  const chunks: string[] = [];
  for await (const chunk of stream) chunks.push(String(chunk));
  return chunks.join('');
}

const dataOf = (text: string) =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data) as State);

test('each change is one event, and the stream ends after the end state', async () => {
  const text = await collect([{ done: 1 }, { done: 1 }, { done: 5 }, { done: 9 }, { done: 10 }]);
  assert.deepEqual(dataOf(text), [{ done: 1 }, { done: 5 }, { done: 9 }]);
  assert.match(text, /^retry: \d+\n\n/);
  assert.match(text, /\nevent: run\n/);
});

test('a client that reconnects is not told again what it has seen', async () => {
  const text = await collect([{ done: 1 }, { done: 9 }], { lastEventId: eventId({ done: 1 }) });
  assert.deepEqual(dataOf(text), [{ done: 9 }]);
});

test('while nothing changes a comment keeps the connection', async () => {
  const silence = Array.from({ length: 10 }, () => ({ done: 1 }));
  const text = await collect([...silence, { done: 9 }], { heartbeatMilliseconds: 3 });
  assert.match(text, /\n: still here\n\n/);
});

test('the stream ends when its signal does, and when what it watches is gone', async () => {
  const leaving = new AbortController();
  setTimeout(() => leaving.abort(), 20);
  assert.deepEqual(dataOf(await collect([{ done: 1 }], { signal: leaving.signal })), [{ done: 1 }]);
  assert.deepEqual(dataOf(await collect([], { read: async () => undefined })), []);
});
