/**
 * Graph: one step of training: forward pass, gradients, AdamW. What is trained, an adapter or every
 * weight, is one flat vector; so are its moments.
 */
import { backward } from '../../autodiff/backward';
import { input, reshape } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { Value } from '../../graph/ir';
import { adamW, type AdamWSettings } from '../adamw';
import { causalSequence } from '../causal';
import type { LlamaConfig } from '../config';
import { decoder } from '../decoder';
import { cut, flatten, layOut, type Layout } from '../layout';
import type { Parameters } from '../linear';
import { adapterLayout, pairsOf, type LoraSettings } from '../lora';
import { crossEntropy } from '../loss';
import { frozen, trained } from '../parameters';
import { weightShapes } from '../weights';

/** What is trained: an adapter over the frozen model, or the whole model. */
export type Trainable =
  { readonly kind: 'adapter'; readonly lora: LoraSettings } | { readonly kind: 'model' };

export interface TrainShape {
  readonly batch: number;
  readonly length: number;
  /** K, labels per position: several for soft labels @default 1 */
  readonly targets?: number;
  readonly trainable: Trainable;
  readonly optimizer: AdamWSettings;
}

export type TrainInput =
  | 'ids'
  | 'labels'
  | 'weights'
  | 'parameters'
  | 'firstMoment'
  | 'secondMoment'
  | 'rate'
  | 'firstMomentCorrection'
  | 'secondMomentCorrection';
export type TrainOutput = 'loss' | 'gradientNorm' | 'nextParameters' | 'nextFirstMoment' | 'nextSecondMoment';

/** Where the trained tensors lie in the flat vector. */
export function trainLayout(config: LlamaConfig, trainable: Trainable): Layout {
  return trainable.kind === 'adapter' ? adapterLayout(config, trainable.lora) : layOut(weightShapes(config));
}

/**
 * ids i32 [B, T]; labels i32, weights f32 [B, T, K]: what should follow each token, with its weight in
 * the loss (0 = ignored; weights sum to 1 over the batch, see loss.ts); parameters, firstMoment, secondMoment [P];
 * rate and corrections [1] (see adamw.ts) → loss [], gradientNorm [1] and the next state.
 */
export function trainStepGraph(config: LlamaConfig, shape: TrainShape): Graph<TrainInput, TrainOutput> {
  const { batch, length, targets = 1, trainable } = shape;
  const layout = trainLayout(config, trainable);
  const ids = input('ids', 'i32', [batch, length]);
  const perTarget = (name: string, dtype: 'i32' | 'f32') => input(name, dtype, [batch, length, targets]);
  const vector = (name: string) => input(name, 'f32', [layout.size]);
  const one = (name: string) => input(name, 'f32', [1]);
  const [labels, weights] = [perTarget('labels', 'i32'), perTarget('weights', 'f32')];
  const state = {
    parameters: vector('parameters'),
    firstMoment: vector('firstMoment'),
    secondMoment: vector('secondMoment'),
  };
  const step = {
    rate: one('rate'),
    firstMomentCorrection: one('firstMomentCorrection'),
    secondMomentCorrection: one('secondMomentCorrection'),
  };

  const tensors = cut(state.parameters, layout);
  const logits = decoder(
    ids,
    config,
    causalSequence(config, batch, length),
    source(config, trainable, tensors),
  );
  const flat = (value: Value): Value => reshape(value, [batch * length, targets]);
  const loss = crossEntropy(logits, flat(labels), flat(weights));
  const gradient = flatten(backward(loss, [...tensors.values()]));
  const { next, gradientNorm } = adamW(state, gradient, step, shape.optimizer);
  return graph(
    { ids, labels, weights, ...state, ...step },
    {
      loss,
      gradientNorm,
      nextParameters: next.parameters,
      nextFirstMoment: next.firstMoment,
      nextSecondMoment: next.secondMoment,
    },
    fuse,
  );
}

function source(config: LlamaConfig, trainable: Trainable, tensors: ReadonlyMap<string, Value>): Parameters {
  return trainable.kind === 'adapter' ? frozen(config, pairsOf(tensors, trainable.lora)) : trained(tensors);
}
