// A file that was just sent can be sent again with a mapping, without choosing it again. Gone with the page, as it should be.
const sent = new Map<number, File>();

export const keepSentFile = (importId: number, file: File) => void sent.set(importId, file);
export const sentFile = (importId: number): File | undefined => sent.get(importId);
