export type { Answered, Asked, Exchange } from './exchange.ts';
export { fetchExchange, UploadInterrupted, UploadRefused } from './exchange.ts';
export type { FileToSend, SendOptions, SendState, Wishes } from './send-file.ts';
export { fingerprintOf, sendFile } from './send-file.ts';
