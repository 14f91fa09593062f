export interface FileHead {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Enough for a header and some rows of any till's export. */
const HEAD_BYTES = 64 * 1024;

/** Reads a file's header and first rows in the browser. Parquet, which has no text head, gives no columns. */
export async function readFileHead(file: Blob & { readonly name: string }): Promise<FileHead> {
  if (file.name.toLowerCase().endsWith('.parquet')) return { columns: [], rows: [] };
  const packed = file.name.toLowerCase().endsWith('.gz');
  const text = packed ? await unpackHead(file) : await file.slice(0, HEAD_BYTES).text();
  return parseHead(text);
}

async function unpackHead(file: Blob): Promise<string> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length < HEAD_BYTES) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // A damaged file: what could be read is shown, and the import will say what is wrong with the rest.
  } finally {
    void reader.cancel().catch(() => {});
  }
  return text;
}

/** The head of a table with any usual delimiter; fields may be quoted. */
export function parseHead(text: string): FileHead {
  const lines = splitLines(text.replace(/^\uFEFF/, '')).slice(0, 6);
  const delimiter = mostFrequent(lines[0] ?? '');
  const [columns = [], ...rows] = lines.map((line) => splitFields(line, delimiter));
  return { columns: columns.map((column) => column.trim()).filter(Boolean), rows };
}

const mostFrequent = (line: string): string =>
  [',', ';', '\t', '|']
    .map((mark) => ({ mark, times: line.split(mark).length }))
    .sort((a, b) => b.times - a.times)[0]!.mark;

function splitLines(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (char === '\n' && !quoted) {
      lines.push(line.replace(/\r$/, ''));
      if (lines.length >= 6) return lines;
      line = '';
    } else {
      line += char;
    }
  }
  return line ? [...lines, line] : lines;
}

function splitFields(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i]!;
    if (char === '"' && quoted && line[i + 1] === '"') {
      field += '"';
      i++;
    } else if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) {
      fields.push(field);
      field = '';
    } else field += char;
  }
  return [...fields, field];
}
