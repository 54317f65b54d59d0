/** Annotated lines of doccano as items and decisions. */
import { groupBy } from '../../../base/group';
import type { Item } from '../../task';
import { collector } from '../collector';
import { idIn, parsed, textIn, type FormFields } from '../form';
import type { Imported } from '../imported';
import { withPlainBreaks } from '../line-breaks';
import { personName } from '../person';
import { meantLabel, SpanNames, type SpanMapping } from '../mapping';
import { remarksIn } from '../remarks';
import type { Reject } from '../rejected';
import { readLine, readSpan, type Line } from './line';
import { isAsExported, SUGGESTED } from './suggested';
import type { Doccano } from './tasks';

export type Unchanged = 'untouched' | 'accepted';

interface DoccanoOptions {
  /** The annotator of lines without `worker`. */
  readonly annotator: string;
  /** Which labels mean an anchor term. Default: ours */
  readonly mapping?: SpanMapping | null;
  /**
   * What a line is that has exactly the labels that it was exported with, and does not name its `worker`: doccano does
   * not say whether it was opened. Default: `untouched` if the line carries those labels as metadata, as ours do.
   */
  readonly unchanged?: Unchanged | null;
}

/**
 * Reads annotated lines. doccano exports every text, also those that were never opened: a line without labels that does
 * not name its `worker` is one of these, and no answer. See `unchanged` for lines that came with labels.
 */
export function readDoccano<D, A>(
  doccano: Doccano<D, A>,
  known: readonly Item<D, A>[],
  jsonl: string,
  { annotator, mapping = null, unchanged = null }: DoccanoOptions,
): Imported<D, A> {
  const { form, answerOf } = doccano;
  const { at, itemFor, addDecision, addUnread, skip, imported } = collector(form, known);
  const names = new SpanNames(null);
  let unchangedLines = 0;
  const withId = identify(doccano, known);
  jsonl.split(/\r?\n/).forEach((text, i) => {
    if (text.trim() === '') return;
    const where = `line ${i + 1}`;
    const reject = at(where);
    const read = readLine(parsed(text));
    if (read === null) return reject('unreadable', text);
    const fields = withId(read.fields, reject);
    const found = fields && itemFor(fields, reject);
    if (found === null) return;
    const { item } = found;
    const worker = personName(read.fields.worker);
    if (worker === null) {
      const isUnchanged = isAsExported(doccano, found, read);
      if (isUnchanged) unchangedLines += 1;
      const meaning = unchanged ?? (SUGGESTED in read.fields ? 'untouched' : 'accepted');
      // Another person’s labels are missing in a person’s file: no labels do not mean that they were removed.
      if (read.labels.length === 0 || (isUnchanged && meaning === 'untouched')) {
        skip(where, 'untouched');
        return;
      }
    }
    const who = { item: item.id, annotator: worker ?? annotator, role: 'annotator' } as const;
    const remarks = remarksIn(form.task.reasons, read.fields);
    if (form.hasSpans) countNames(read, names);
    const line = form.hasSpans && mapping !== null ? mapped(read, mapping) : read;
    const answer = read.isBlank ? reject('incomplete') : answerOf(found, line, reject);
    if (answer === null) addUnread(who, reject, remarks.at);
    else addDecision({ ...who, answer, ...remarks }, reject);
  });
  return { ...imported(), unchanged: unchangedLines, unmapped: mapping === null ? names.unmapped() : null };
}

/** Gives a line without our id that of the only item with its text. null, after a call of `reject`, if there are several. */
function identify<D, A>(
  { textOf }: Doccano<D, A>,
  known: readonly Item<D, A>[],
): (fields: FormFields, reject: Reject) => FormFields | null {
  const byText = groupBy(known, ({ data }) => withPlainBreaks(textOf(data)));
  return (fields, reject) => {
    if (idIn(fields, 'item_id') !== null) return fields;
    const [item, ...others] = byText.get(withPlainBreaks(textIn(fields, 'text') ?? '')) ?? [];
    if (others.length > 0) return reject('ambiguous-text', fields.text);
    return item ? { ...fields, item_id: item.id } : fields;
  };
}

function countNames({ labels }: Line, names: SpanNames): void {
  for (const span of labels.map(readSpan)) if (span) names.add({ control: null, label: span.label });
}

/** The line with our labels, without spans that mean something else. */
function mapped({ labels, ...rest }: Line, mapping: SpanMapping): Line {
  const ours = labels.flatMap((label) => {
    const span = readSpan(label);
    const meant = span && meantLabel(span.label, mapping);
    if (span === null) return [label];
    return meant === null ? [] : [[span.start, span.end, meant]];
  });
  return { ...rest, labels: ours };
}
