/**
 * The last part of an upload's blob key: like the person's file name, so that whoever looks into the store recognises it,
 * but of letters, digits, dot, dash and underline only.
 */
export function blobName(fileName: string): string {
  const plain = fileName
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[^\p{L}\p{N}.-]+/gu, '_')
    .replace(/^[.-]+|\.partial$/g, '_');
  return [...plain].slice(-80).join('') || 'upload';
}
