const LONGEST_CHARACTERS = 80;

/** Any file name of a user as one name of a key: what a key can't hold becomes `_`; the extension stays. */
export function blobName(fileName: string): string {
  const plain = fileName
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.@()+=,-]+/gu, '_')
    .replace(/^[._]+/, '');
  const dot = plain.indexOf('.', Math.max(plain.length - 20, 1));
  const extension = dot < 0 ? '' : plain.slice(dot);
  const stem = dot < 0 ? plain : plain.slice(0, dot);
  const name = [...stem].slice(0, LONGEST_CHARACTERS).join('') + extension;
  return name === '' ? 'file' : name.replace(/\.partial$/, '_partial');
}
