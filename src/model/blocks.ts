/** The blocks of a model one after another, by one compiled graph that is fed the weights of each. */
import { storedParts } from '../llama/quantized';
import { blockShapes, inBlock } from '../llama/weights';
import { blockGraph } from '../llama/graphs/layered/block';
import { embedGraph } from '../llama/graphs/layered/embed';
import type { TextShape } from '../llama/graphs/text';
import type { Feed, Tensor } from '../runtime/device';
import type { Model } from './model';

/** What is stored for the weights of a layer, by their names in the block. */
export function blockFeeds({ config, weights }: Model, layer: number): Record<string, Tensor> {
  return Object.fromEntries(
    [...blockShapes(config)]
      .flatMap(([name, shape]) => storedParts(name, shape, config.weightBits))
      .flatMap(({ name }) => {
        const tensor = weights.tensors.get(inBlock(layer, name));
        return tensor ? [[name, tensor]] : [];
      }),
  );
}

/** The residual stream before the first block, [B·T, H], of ids i32 [B, T]. */
export async function embedded(model: Model, ids: Feed): Promise<Tensor> {
  const [batch = 0, length = 0] = ids.shape;
  const session = await model.session(`embed ${batch} ${length}`, () =>
    embedGraph(model.config, batch, length),
  );
  return (await session.run({ ids })).hidden;
}

/** The residual stream after block `layer`, [B·T, H]. `feeds`: all but the weights. */
export async function throughBlock(
  model: Model,
  layer: number,
  shape: TextShape,
  feeds: Readonly<Record<string, Feed>>,
): Promise<Tensor> {
  const session = await model.session(`block ${JSON.stringify(shape)}`, () =>
    blockGraph(model.config, shape),
  );
  return (await session.run({ ...blockFeeds(model, layer), ...feeds })).hidden;
}
