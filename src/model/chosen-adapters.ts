/** Which adapters a text is written with, and where: chosen once, and not looked up again at every token. */
import type { AdapterUse, DecodeInput } from '../llama/graphs/decode';
import { mergeGraph } from '../llama/graphs/merge';
import type { Feed } from '../runtime/device';
import { releaseFeed, type DecodeRows } from './token-reader';

export interface ChosenAdapters {
  readonly use: AdapterUse;
  readonly feeds: Readonly<Partial<Record<DecodeInput, Feed>>>;
  readonly release: () => void;
}

/**
 * None for rows of the baseline; adapters merged into a copy of the weights, one for all rows or one for each of a few,
 * where the model keeps that many; otherwise the bank, from which every row takes its own.
 */
export async function chooseAdapters({ model, bank, shape, rows }: DecodeRows): Promise<ChosenAdapters> {
  const nothing = (): void => undefined;
  if (bank.isBaseline(Array.from(rows.data, Number))) return { use: 'none', feeds: {}, release: nothing };
  const feeds = { rows, bank: await bank.tensor() };
  if (!model.mergesAdapters(shape.oneVariant ? 1 : shape.batch))
    return { use: 'bank', feeds, release: nothing };
  const { lora, bank: M, oneVariant } = shape;
  const merge = { lora, bank: M, oneVariant, batch: oneVariant ? 1 : shape.batch };
  const session = await model.session(`merge ${JSON.stringify(merge)}`, () =>
    mergeGraph(model.config, merge),
  );
  const merged = await session.run(feeds);
  return { use: 'merged', feeds: merged, release: () => Object.values(merged).forEach(releaseFeed) };
}
