/**
 * Graph: one training step, that is forward pass, loss of the objective, gradients and AdamW. The trained parameters,
 * those of an adapter or of the whole model, are one flat vector, and so are their moments.
 */
import { backward } from '../../autodiff/backward';
import { concat, constant, expand, input, mul, reshape } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import { rowProducts } from '../../graph/row-products';
import type { InputValue, Value } from '../../graph/ir';
import { adamW, type AdamWSettings } from '../adamw';
import { causalSequence } from '../causal';
import type { LlamaConfig } from '../config';
import { decoder } from '../decoder';
import { cut, flatten, layOut, type Layout } from '../layout';
import type { Parameters } from '../linear';
import { adapterLayout, pairsOf, type LoraSettings } from '../lora';
import { stackedLayout, stacking, stacksOf } from '../lora-stack';
import { joinedInputs, type JoinedName } from './join-weights';
import { wholeLogits, type Objective, type ObjectiveInput } from '../objective';
import { frozen, trained } from '../parameters';
import { weightShapes } from '../weights';

/**
 * What is trained: an adapter over the frozen model, or the whole model. `stacked`: as stacks (lora-stack.ts), which take
 * fewer products and more multiplications, as suits graphics cards. `joined`: of those, over joined weights, which are
 * inputs (join-weights.ts). @default false
 */
export type Trainable =
  | {
      readonly kind: 'adapter';
      readonly lora: LoraSettings;
      readonly stacked?: boolean;
      readonly joined?: boolean;
    }
  | { readonly kind: 'model' };

export interface TrainShape {
  readonly batch: number;
  readonly length: number;
  /** K, labels per position: several for soft labels @default 1 */
  readonly targets?: number;
  readonly trainable: Trainable;
  readonly objective: Objective;
  readonly optimizer: AdamWSettings;
}

export type TrainInput =
  | 'ids'
  | 'labels'
  | 'weights'
  | ObjectiveInput
  | 'parameters'
  | 'firstMoment'
  | 'secondMoment'
  | 'rate'
  | 'firstMomentCorrection'
  | 'secondMomentCorrection'
  | JoinedName;
export type TrainOutput = 'report' | 'nextParameters' | 'nextFirstMoment' | 'nextSecondMoment';

/** Where each trained tensor is in the flat vector. */
export function trainLayout(config: LlamaConfig, trainable: Trainable): Layout {
  return trainable.kind === 'adapter' ? adapterLayout(config, trainable.lora) : layOut(weightShapes(config));
}

/**
 * ids i32 [B, T]; labels i32 and weights f32 [B, T, K]: what should follow each token, and its share of the position
 * (0 = not supervised); what the objective reads besides (objective.ts): isForget f32 [B, 1], referenceLogProbs f32
 * [B, T, K], negatives i32 and hasNegative f32 [B, T]; parameters, firstMoment, secondMoment [P], those of a stacked
 * adapter [Q]; rate and corrections [1] (adamw.ts)
 * → report [2] (the loss and the norm of the gradient, together because to read a tensor takes long) and the next state.
 */
export function trainStepGraph(config: LlamaConfig, shape: TrainShape): Graph<TrainInput, TrainOutput> {
  const { batch, length, trainable, objective, optimizer } = shape;
  const stacks = isStacked(trainable) ? stackedForm(config, trainable.lora) : null;
  const layout = stacks?.layout ?? trainLayout(config, trainable);
  const vector = (name: string) => input(name, 'f32', [layout.size]);
  const one = (name: string) => input(name, 'f32', [1]);
  const { inputs, perPosition } = batchInputs(shape);
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
  const joined = isStacked(trainable) && trainable.joined ? joinedInputs(config, trainable.lora) : null;
  const loaded = { ...frozen(config, () => null), ...(joined && { joined: joined.of }) };
  const sequence = causalSequence(config, batch, length);
  const forward = (parameters: Parameters) => decoder(inputs.ids, config, sequence, parameters);
  const { logits, hiddenStates } = forward(
    stacks ? stacks.over(loaded, tensors) : source(loaded, trainable, tensors),
  );
  const loss = objective.loss({
    ...perPosition,
    logits: wholeLogits(logits),
    hiddenStates,
    reference: () => forward(loaded),
  });
  const flat = flatten(backward(loss, [...tensors.values()]));
  const gradient = stacks ? stacks.masked(flat) : flat;
  const { next, gradientNorm } = adamW(state, gradient, step, optimizer);
  return graph(
    { ...inputs, ...state, ...step, ...joined?.inputs },
    {
      report: concat([reshape(loss, [1]), gradientNorm], 0),
      nextParameters: next.parameters,
      nextFirstMoment: next.firstMoment,
      nextSecondMoment: next.secondMoment,
    },
    stacks ? (outputs) => rowProducts(fuse(outputs)) : fuse,
  );
}

type BatchPart = 'labels' | 'weights' | ObjectiveInput;

interface BatchInputs {
  readonly inputs: Readonly<Record<'ids' | BatchPart, InputValue>>;
  readonly perPosition: Readonly<Record<BatchPart, Value>> & { readonly batch: number };
}

/** A batch as it is fed, and as an objective reads it: one row per position. */
export function batchInputs({
  batch: B,
  length: T,
  targets: K = 1,
}: Pick<TrainShape, 'batch' | 'length' | 'targets'>): BatchInputs {
  const perLabel = (name: string, dtype: 'i32' | 'f32') => input(name, dtype, [B, T, K]);
  const inputs = {
    ids: input('ids', 'i32', [B, T]),
    labels: perLabel('labels', 'i32'),
    weights: perLabel('weights', 'f32'),
    isForget: input('isForget', 'f32', [B, 1]),
    referenceLogProbs: perLabel('referenceLogProbs', 'f32'),
    negatives: input('negatives', 'i32', [B, T]),
    hasNegative: input('hasNegative', 'f32', [B, T]),
  };
  const flat = (value: Value): Value => reshape(value, [B * T, K]);
  const perPosition = {
    batch: B,
    labels: flat(inputs.labels),
    weights: flat(inputs.weights),
    isForget: reshape(expand(inputs.isForget, [B, T]), [B * T, 1]),
    referenceLogProbs: flat(inputs.referenceLogProbs),
    negatives: reshape(inputs.negatives, [B * T, 1]),
    hasNegative: reshape(inputs.hasNegative, [B * T, 1]),
  };
  return { inputs, perPosition };
}

function source(loaded: Parameters, trainable: Trainable, tensors: ReadonlyMap<string, Value>): Parameters {
  return trainable.kind === 'adapter'
    ? { ...loaded, adapter: pairsOf(tensors, trainable.lora) }
    : trained(tensors);
}

/** Whether an adapter is trained as stacks. */
export function isStacked(trainable: Trainable): trainable is Trainable & { readonly kind: 'adapter' } {
  return trainable.kind === 'adapter' && trainable.stacked === true;
}

/** A stacked adapter over the frozen model. */
function stackedForm(config: LlamaConfig, lora: LoraSettings) {
  const layout = stackedLayout(config, lora);
  const { mask } = stacking(config, lora);
  return {
    layout,
    over: (loaded: Parameters, tensors: ReadonlyMap<string, Value>): Parameters => ({
      ...loaded,
      stack: stacksOf(config, lora, tensors),
    }),
    /** The gradient [Q] without what is beside the diagonals. */
    masked: (gradient: Value): Value =>
      reshape(mul(reshape(gradient, [config.layers, mask.length]), constant(mask, [mask.length])), [
        layout.size,
      ]),
  };
}
