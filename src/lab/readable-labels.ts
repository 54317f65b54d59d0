/** Labels as text, for the screen: what stands there, what is taught instead, or why nothing is. */
import type { Tokenizer } from '../files/tokenizer';
import { IGNORED } from '../model/trainer';
import type { Reason } from '../text/translate';
import { summarize, type LabelRecord, type Labels, type LabelSummary } from '../unlearn/record';

export interface ReadableToken {
  readonly token: string;
  /** The generic label, or null where there is none. */
  readonly label: string | null;
  /** Why there is none. */
  readonly reason: Reason | null;
  /** Whether the label differs from the text's own next token. */
  readonly isChanged: boolean;
}

export type ReadableBlock = readonly ReadableToken[];

export interface ReadableLabels extends LabelSummary {
  readonly blocks: readonly ReadableBlock[];
  /** the records themselves, for the inspector, exports and other α */
  readonly labels: Labels;
  /** the text of every token of the model, by id */
  readonly vocabulary: readonly string[];
}

export function readLabels(labels: Labels, tokenizer: Tokenizer): ReadableLabels {
  return {
    ...summarize(labels.blocks),
    blocks: readBlocks(labels.blocks, tokenizer),
    labels,
    vocabulary: Array.from({ length: labels.origin.vocabSize }, (_, id) => tokenizer.tokenText(id)),
  };
}

function readBlocks(records: readonly LabelRecord[], tokenizer: Tokenizer): ReadableBlock[] {
  return records.map(({ ids, labels, reasons }) =>
    Array.from(ids, (id, i) => {
      const label = labels[i] ?? IGNORED;
      return {
        token: tokenizer.tokenText(id),
        label: label === IGNORED ? null : tokenizer.tokenText(label),
        reason: reasons[i] ?? null,
        isChanged: label !== IGNORED && label !== ids[i + 1],
      };
    }),
  );
}
