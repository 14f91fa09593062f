/** The HTTP status of what the SDK throws. */
export function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

const MISSING = new Set(['NoSuchKey', 'NotFound', 'NoSuchUpload']);

/** Whether an object or an upload is not there. A bucket that is not there is no such case: that is a wrong setting. */
export function isMissing(error: unknown): boolean {
  return MISSING.has((error as Error).name);
}
