/** The residual stream after the last block, by the plan of the model. Logits follow from it (llama/graphs/head.ts). */
import { hiddenGraph } from '../llama/graphs/hidden';
import type { TextShape } from '../llama/graphs/text';
import type { Feed, Tensor } from '../runtime/device';
import type { AdapterBank } from './adapter-bank';
import { embedded, throughBlock } from './blocks';
import type { Model } from './model';

/** ids, rows and, of packed texts, positions, segments and prefixes. */
export type TextFeeds = Readonly<Record<string, Feed>> & { readonly ids: Feed };

/** [B·T, H], left on the device; release it when done. */
export async function hiddenStates(
  model: Model,
  bank: AdapterBank,
  shape: TextShape,
  feeds: TextFeeds,
): Promise<Tensor> {
  if (model.execution.plan === 'layered') return throughLayers(model, bank, shape, feeds);
  const session = await model.session(`hidden ${JSON.stringify(shape)}`, () =>
    hiddenGraph(model.config, shape),
  );
  return (await session.run({ ...feeds, bank: await bank.tensor() })).hidden;
}

async function throughLayers(
  model: Model,
  bank: AdapterBank,
  shape: TextShape,
  { ids, ...text }: TextFeeds,
): Promise<Tensor> {
  let before = await embedded(model, ids);
  for (const [layer, part] of (await bank.layers()).entries()) {
    const hidden = await throughBlock(model, layer, shape, { ...text, before, bank: part });
    before.release();
    before = hidden;
  }
  return before;
}
