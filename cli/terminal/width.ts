// The number of terminal columns of a text, including Chinese and emoji.

/** Characters of two columns: the wide and full-width characters of Unicode's East Asian Width, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]|\ufe0f/u;

/** Characters of no column: marks on the previous character, and characters that only join or format. */
const NONE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const PLAIN = /^[ -~]*$/;

let segmenter: Intl.Segmenter | undefined;

/** The characters as a reader sees them. */
export function characters(text: string): string[] {
  if (PLAIN.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The columns of one such character. */
function columnsOf(character: string): number {
  if (NONE.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** The columns of a text. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return characters(text).reduce((sum, character) => sum + columnsOf(character), 0);
}

/** The text, cut off with a `…` if it is too wide. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let columns = 1;
  for (const character of characters(text)) {
    columns += columnsOf(character);
    if (columns > width) break;
    kept += character;
  }
  return width < 1 ? "" : `${kept.trimEnd()}…`;
}

/** The text, padded with blanks at the end. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Characters that may not begin a line in Chinese. */
const CLOSING = /^[、。,．:;!?)」』】》〉”’…]/;

/** The text in lines: broken at blanks, inside Chinese text, and inside words that are wider than a line. */
export function wrap(text: string, width: number): string[] {
  if (!Number.isFinite(width)) return [text];
  const most = Math.max(width, 2);
  const lines: string[] = [];
  let line: string[] = [];
  const columns = () => line.reduce((sum, piece) => sum + widthOf(piece), 0);
  const end = (next: string[]) => {
    lines.push(line.join("").trimEnd());
    line = next;
  };
  for (const word of text.split(/(?<= )(?=[^ ])/)) {
    const wide = widthOf(word.trimEnd());
    const breaks = WIDE.test(word);
    if (!breaks && line.length > 0 && columns() + wide > most) end([]);
    if (columns() + wide <= most) {
      line.push(word);
      continue;
    }
    for (const character of characters(word)) {
      if (columns() + columnsOf(character) > most && character !== " ") {
        end(CLOSING.test(character) ? line.splice(-1) : []);
      }
      line.push(character);
    }
  }
  if (line.length > 0 || lines.length === 0) end([]);
  return lines;
}
