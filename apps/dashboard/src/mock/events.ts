import type { Call } from './answer.ts';
import type { Topic } from './topic.ts';

/** Streams a topic as server-sent events, and ends after the end state. */
export function streamEvents<T>(
  call: Call,
  topic: Topic<T>,
  event: string,
  isOver: (state: T) => boolean,
): void {
  const { response, request } = call;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const stop = topic.follow((state) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(state)}\n\n`);
    if (isOver(state)) setImmediate(() => response.end());
  });
  request.on('close', stop);
}
