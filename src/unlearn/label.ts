/**
 * Generic labels: the next tokens that a model which never read the text would predict (arXiv 2310.02238, section 2.3),
 * block by block, with a record of why.
 */
import { fail } from './errors';
import type { AdapterBank } from '../model/adapter-bank';
import type { Model } from '../model/model';
import { IGNORED } from '../model/train-batch';
import type { Aligned } from '../text/translate';
import { BlockRows } from './block-rows';
import type { PassSettings } from './chunk-rows';
import type { LabelRecord } from './record';

export interface LabelEvent {
  readonly kind: 'label';
  readonly block: number;
  readonly blocks: number;
}

export interface LabelSettings extends PassSettings {
  /** α; at 0 the labels are the baseline's predictions on the translation */
  readonly alpha: number;
}

/**
 * Labels every block with the baseline and reinforced variants of `bank`.
 * @throws LetheError labels/none if no position of any block is supervised
 */
export async function* labelBlocks(
  model: Model,
  bank: AdapterBank,
  blocks: readonly Aligned[],
  settings: LabelSettings,
  signal?: AbortSignal,
): AsyncGenerator<LabelEvent, LabelRecord[]> {
  const records: LabelRecord[] = [];
  const releaseGraphs = model.graphsSince();
  try {
    for (const aligned of blocks) {
      signal?.throwIfAborted();
      const rows = await BlockRows.read(model, bank, aligned, settings);
      try {
        records.push(await rows.record(settings.alpha));
      } finally {
        rows.release();
      }
      yield { kind: 'label', block: records.length, blocks: blocks.length };
    }
  } finally {
    await releaseGraphs();
  }
  const isEmpty = records.every(({ labels }) => labels.every((id) => id === IGNORED));
  if (isEmpty) fail('labels/none', { blocks: String(blocks.length) });
  return records;
}
