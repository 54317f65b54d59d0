/** The text of HTML: paragraphs apart, passages beginning at headings, without scripts and markup. */
import { part } from '../../files/part';

export interface HtmlText {
  /** null: none is given */
  readonly title: string | null;
  readonly text: string;
}

const htmlparser = part(() => import('htmlparser2'));

const hidden = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'select',
]);
const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const passages = new Set(['h1', 'h2', 'h3']);
/** Stands for the beginning of a passage until all is read; a text has no form feed. */
const PASSAGE = '\f';

const STARTS =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|title|meta|link|script|style|body|p|div|h[1-6]|article|section|main|header|nav|figure|table|ul|ol|dl|blockquote|pre|span|font|center|a|b|i|em|strong|br|hr|img)\b/iu;

/** Whether a text is HTML, by how it begins. */
export function isHtml(text: string): boolean {
  return STARTS.test(text.slice(0, 4096)) && /<\/?[a-z][^<>]*>/iu.test(text);
}

/** Most elements inside one another: old pages leave many open, and the parser takes longer with each. */
const MOST_LEVELS = 10_000;

/**
 * The parser, 15 KB compressed, is fetched at the first call. What is wrong with the text goes to `refuse`, which throws.
 * @throws LetheError file/part-missing
 */
export async function htmlText(
  html: string,
  refuse: (expected: string, got: string) => never,
): Promise<HtmlText> {
  const { Parser } = await htmlparser();
  let [text, title] = ['', ''];
  const open: string[] = [];
  /** how many of the open elements are hidden, and how many keep their spaces */
  const within = { hidden: 0, pre: 0 };
  const count = (name: string, by: 1 | -1): void => {
    if (hidden.has(name)) within.hidden += by;
    if (name === 'pre') within.pre += by;
  };
  const apart = (name: string): void => {
    if (within.hidden > 0) return;
    if (passages.has(name)) text += PASSAGE;
    else if (blocks.has(name)) text += '\n\n';
  };
  const parser = new Parser({
    onopentag(name) {
      if (open.push(name) > MOST_LEVELS) refuse(`HTML of at most ${MOST_LEVELS} levels`, 'more');
      count(name, 1);
      apart(name);
      if (name === 'br') text += '\n';
      if (name === 'td' || name === 'th') text += ' ';
    },
    ontext(part) {
      if (open.at(-1) === 'title') title += part;
      if (within.hidden === 0) text += within.pre > 0 ? part : part.replace(/[ \t\n\r\f]+/gu, ' ');
    },
    onclosetag(name) {
      open.pop();
      count(name, -1);
      if (!passages.has(name)) apart(name);
      else text += '\n\n';
    },
  });
  parser.end(html);
  return { title: title.trim() === '' ? null : title.trim(), text: tidied(text) };
}

/** Passages apart by three line breaks, paragraphs by two, without spaces at the ends of lines. */
function tidied(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]*\n[ \t]*/gu, '\n')
    .split(PASSAGE)
    .map((passage) => passage.replace(/\n{3,}/gu, '\n\n').trim())
    .filter((passage) => passage !== '')
    .join('\n\n\n');
}
