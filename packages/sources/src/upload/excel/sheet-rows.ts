import { MAX_COLUMNS } from '../limits.ts';
import { numberText } from './cell-text.ts';
import type { NumberStyle } from './styles.ts';
import { brokenWorkbook, parseXml } from './xml.ts';

/** What cells of a sheet refer to. */
export interface SheetContext {
  readonly fileName: string;
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly since1904: boolean;
}

/** The last row of a sheet in every spreadsheet program. */
const LAST_ROW = 1_048_576;

/**
 * Rows of a worksheet from its first to its last, in pieces as they are parsed (ECMA-376, 18.3). Rows and cells that the
 * sheet leaves out are empty. Every row is cut behind its last cell.
 */
export function sheetRows(chunks: AsyncIterable<Buffer>, context: SheetContext): AsyncGenerator<string[][]> {
  const { fileName, strings, styles, since1904 } = context;
  let rows: string[][] = [];
  let rowsSeen = 0;
  let row: string[] = [];
  let type = '';
  let style: NumberStyle;
  let column = 0;
  let text = '';
  let reading = false;

  const textOfCell = (): string => {
    switch (type) {
      case 's': {
        const shared = strings[Number(text)];
        if (shared === undefined)
          throw brokenWorkbook(fileName, `a cell refers to text ${text}, which is not there`);
        return shared;
      }
      case 'e':
        return '';
      case 'b':
        return text === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return text.replace('T', ' ');
      case '':
      case 'n':
        return numberText(text, style, since1904);
      default:
        return text;
    }
  };

  return parseXml<string[][]>(
    chunks,
    fileName,
    {
      open(name, attributes) {
        if (name === 'row') {
          const number = attributes.r === undefined ? rowsSeen + 1 : Number(attributes.r);
          if (!(number > rowsSeen && number <= LAST_ROW))
            throw brokenWorkbook(fileName, `row ${attributes.r} is out of order`);
          for (; rowsSeen < number - 1; rowsSeen++) rows.push([]);
          row = [];
          column = 0;
        } else if (name === 'c') {
          const at = attributes.r === undefined ? column : columnOf(attributes.r);
          if (!(at >= 0 && at < MAX_COLUMNS))
            throw brokenWorkbook(fileName, `cell ${attributes.r} is beyond ${MAX_COLUMNS} columns`);
          column = at;
          type = attributes.t ?? '';
          style = styles[Number(attributes.s ?? -1)];
          text = '';
        } else if (name === 'v' || name === 't') {
          reading = true;
        }
      },
      text(piece) {
        if (reading) text += piece;
      },
      close(name) {
        if (name === 'v' || name === 't') reading = false;
        else if (name === 'c') {
          while (row.length < column) row.push('');
          row[column++] = text === '' ? '' : textOfCell();
        } else if (name === 'row') {
          rows.push(row);
          rowsSeen++;
        }
      },
    },
    () => {
      if (rows.length === 0) return undefined;
      const ready = rows;
      rows = [];
      return ready;
    },
  );
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
