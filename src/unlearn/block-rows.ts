/**
 * The forward pass for one block: baseline on the translation and reinforced on the original are two rows of one batch
 * (arXiv 2310.02238, section 2.3). The residual stream of both stays on the device, and where the whole vocabulary at all
 * positions is small enough also the inputs of equation 1, so that another α costs one run of `combine`
 * (llama/graphs/combine.ts) and no forward pass.
 */
import { append } from '../base/append';
import type { AdapterBank } from '../model/adapter-bank';
import { chunkSize, chunkStarts } from '../model/chunks';
import { hiddenOf } from '../model/logits';
import type { Model } from '../model/model';
import type { Tensor } from '../runtime/device';
import type { Aligned } from '../text/translate';
import { packEnvelopes, type Segment } from './alpha-envelope';
import { ChunkRows, joinTops, type PassSettings } from './chunk-rows';
import { joinOthers } from './other-logits';
import { labelsAt, supervised, type LabelRecord, type OtherLogits, type Top } from './record';

/** Release it when it is no longer needed. */
export class BlockRows {
  #rows: ChunkRows | null = null;

  private constructor(
    private readonly model: Model,
    private readonly aligned: Aligned,
    private readonly settings: PassSettings,
    private readonly hidden: Tensor,
  ) {}

  /** Runs the forward pass with the baseline and reinforced variants of `bank`. */
  static async read(
    model: Model,
    bank: AdapterBank,
    aligned: Aligned,
    settings: PassSettings,
  ): Promise<BlockRows> {
    const sequences = [
      { ids: aligned.translated, variant: 'baseline' },
      { ids: aligned.original, variant: 'reinforced' },
    ] as const;
    const hidden = await hiddenOf(model, bank, sequences, settings.blockLength);
    return new BlockRows(model, aligned, settings, hidden);
  }

  /** The strongest tokens of v_generic at `alpha`; the first is the generic label. */
  async generic(alpha: number): Promise<Top> {
    const tops: Top[] = [];
    for await (const rows of this.#chunks()) tops.push(await rows.generic(alpha));
    return joinTops(tops);
  }

  /** The record of this block, with the labels at `alpha`. */
  async record(alpha: number): Promise<LabelRecord> {
    const { original, translated, mapping, reasons, forbidden, matches, sentences } = this.aligned;
    const found = { baseline: [] as Top[], reinforced: [] as Top[], generic: [] as Top[] };
    const segments: Segment[][] = [];
    const others: OtherLogits[] = [];
    for await (const rows of this.#chunks()) {
      found.baseline.push(rows.tops.baseline);
      found.reinforced.push(rows.tops.reinforced);
      found.generic.push(await rows.generic(alpha));
      const lines = await rows.envelopes();
      append(segments, lines.segments);
      others.push(lines.others);
    }
    const envelope = packEnvelopes(segments);
    return {
      ids: original,
      labels: labelsAt({ mapping, envelope }, alpha),
      translated,
      mapping,
      reasons,
      anchors: matches.map(({ entry, start, length }) => ({ term: entry.term, start, length })),
      sentences,
      forbidden,
      baseline: joinTops(found.baseline),
      reinforced: joinTops(found.reinforced),
      generic: joinTops(found.generic),
      others: joinOthers(others),
      envelope,
    };
  }

  release(): void {
    this.#rows?.release();
    this.hidden.release();
  }

  /** The supervised positions in chunks. Rows of a single chunk stay on the device, for the next α. */
  async *#chunks(): AsyncGenerator<ChunkRows> {
    const all = supervised(this.aligned);
    const chunk = chunkSize(this.model, this.settings.blockLength);
    if (all.length <= chunk) {
      this.#rows ??= await ChunkRows.read(this.model, this.aligned, this.settings, this.hidden, all);
      yield this.#rows;
      return;
    }
    for (const start of chunkStarts(all.length, chunk)) {
      const positions = all.slice(start, start + chunk);
      const rows = await ChunkRows.read(this.model, this.aligned, this.settings, this.hidden, positions);
      try {
        yield rows;
      } finally {
        rows.release();
      }
    }
  }
}
