/** How much memory a model takes by each plan, and which plan fits a device. */
import { bytesOf, bytesOfAll, peakBytes } from '../graph/memory';
import type { Graph } from '../graph/graph';
import { fromEntries } from '../base/records';
import { size, type Shape } from '../base/shape';
import { adamWDefaults } from '../llama/adamw';
import type { LlamaConfig } from '../llama/config';
import { blockBackwardGraph } from '../llama/graphs/layered/block-backward';
import { readingGraph } from '../llama/graphs/layered/reading';
import { joinedBytes } from '../llama/graphs/join-weights';
import { chunkedLoss } from '../llama/graphs/layered/chunked-loss';
import { trainStepGraph } from '../llama/graphs/train-step';
import { adapterLayout, type LoraSettings } from '../llama/lora';
import { stackedLayout } from '../llama/lora-stack';
import { crossEntropy } from '../llama/loss';
import { storedParts } from '../llama/quantized';
import { weightBits, type WeightBits } from '../llama/weight-bits';
import { blockShapes, EMBEDDING, weightShapes } from '../llama/weights';
import type { Device } from '../runtime/device';
import { fail } from './errors';
import type { PlanChoice } from './plan-choice';
import { executions, MERGED_ROWS, plans, SMALL_WEIGHTS, type Execution, type Plan } from './execution';

/** The largest training that is planned for. */
export interface Workload {
  readonly batch: number;
  readonly length: number;
  readonly lora: LoraSettings;
}

/** Bytes by what they are for. */
export interface PlanBytes {
  readonly weights: number;
  /**
   * copies of weights: those that the runtime makes for a run, or those with an adapter that texts are written with and
   * those joined for a training
   */
  readonly copies: number;
  /** what compiled graphs may keep between runs */
  readonly compiled: number;
  /** results of the graphs of a training step that are alive at one time */
  readonly activations: number;
  /** the variants' adapters, on the host and on the device */
  readonly adapters: number;
  /** parameters, moments and gradient, before and after a step */
  readonly optimizer: number;
  /** the page or Node, and the runtime itself */
  readonly base: number;
}

const MB = 2 ** 20;
const BASE = 256 * MB;
/** What a page may take without being a burden. */
const MODEST = 2048 * MB;
/** Rows of a bank of adapters. */
const VARIANTS = 3;

/** The bytes of a plan. `copiesFeeds`: whether the device copies the weights that it is fed (WASM). */
export function planBytes(
  loaded: LlamaConfig,
  plan: Plan,
  { batch, length, lora }: Workload,
  { copiesFeeds, bits = 32 }: { readonly copiesFeeds: boolean; readonly bits?: WeightBits },
): PlanBytes {
  const config = { ...loaded, weightBits: bits };
  const P = adapterLayout(config, lora).size;
  const [all, block] = [storedBytes(weightShapes(config), bits), storedBytes(blockShapes(config), bits)];
  const embedding = 4 * size(weightShapes(config).get(EMBEDDING) ?? []);
  const shape = {
    batch,
    length,
    trainable: { kind: 'adapter', lora },
    objective: crossEntropy,
    optimizer: adamWDefaults,
  } as const;
  const stream = 4 * batch * length * config.hiddenSize;
  const isWhole = plan === 'whole';
  return {
    weights: all,
    copies: copiesFeeds
      ? isWhole
        ? all
        : Math.max(block, embedding)
      : mergedCopies(config, plan) + (isWhole ? joinedCopies(config, lora) : 0),
    compiled: executions[plan].compiledBytes,
    activations: isWhole
      ? running(trainStepGraph(config, shape))
      : (config.layers + 1) * stream +
        Math.max(
          running(blockBackwardGraph(config, { batch, length, lora })),
          lossChunk(config, batch * length),
        ),
    adapters: 2 * VARIANTS * 4 * P,
    optimizer: 7 * 4 * (isWhole ? stackedLayout(config, lora).size : P),
    base: BASE,
  };
}

export function totalOf(bytes: PlanBytes): number {
  return Object.values<number>({ ...bytes }).reduce((sum, n) => sum + n, 0);
}

/** Bytes of what is stored for these weights. */
function storedBytes(shapes: ReadonlyMap<string, Shape>, bits: WeightBits): number {
  const parts = [...shapes].flatMap(([name, shape]) => storedParts(name, shape, bits));
  return parts.reduce((sum, part) => sum + bytesOf(part), 0);
}

/** Bytes of the copies of the blocks into which the adapters of texts are merged: always in f32. */
function mergedCopies(config: LlamaConfig, plan: Plan): number {
  const kept = Math.floor(executions[plan].residentBytes / storedBytes(weightShapes(config), 32));
  return Math.min(kept, MERGED_ROWS) * config.layers * storedBytes(blockShapes(config), 32);
}

/** Bytes of the weights that a training of a small model joins. */
const joinedCopies = (config: LlamaConfig, lora: LoraSettings): number =>
  storedBytes(weightShapes(config), 32) <= SMALL_WEIGHTS ? joinedBytes(config, lora) : 0;

/** Bytes of a running graph besides what it is fed. */
const running = (graph: Graph): number => peakBytes(graph) + bytesOfAll(graph.constants);

/** Bytes of the loss of a chunk of positions, with its gradient. */
function lossChunk(config: LlamaConfig, positions: number): number {
  const chunk = Math.min(
    positions,
    Math.max(1, Math.floor(executions.layered.chunkBytes / (4 * config.vocabSize))),
  );
  const shape = {
    batch: 1,
    length: positions,
    trainable: { kind: 'model' },
    objective: crossEntropy,
    optimizer: adamWDefaults,
  } as const;
  const { readings } = chunkedLoss(config, shape);
  return running(readingGraph(config, readings, { positions, chunk, hasGradient: true }));
}

export interface ChosenPlan {
  /** by the choice */
  readonly plan: Plan;
  /** the plan with what it may keep on this device */
  readonly execution: Execution;
  /** what `auto` takes here */
  readonly auto: Plan;
  readonly bytes: Readonly<Record<Plan, PlanBytes>>;
}

/** What a plan depends on of a device. `readsHalves`: whether it takes weights of 16 bits @default true */
export type PlannedDevice = Pick<Device, 'offers' | 'copiesFeeds'> & Partial<Pick<Device, 'readsHalves'>>;

/**
 * The plan for a model on a device that offers so many bytes: `auto` takes one graph for all of the model if that takes at
 * most 2 GB, else layers.
 * @throws LetheError plan/too-big, which says what would fit, or plan/no-halves
 */
export function choosePlan(
  config: LlamaConfig,
  choice: PlanChoice,
  workload: Workload,
  device: PlannedDevice,
  bits: WeightBits = 32,
): ChosenPlan {
  const { offers, copiesFeeds, readsHalves = true } = device;
  if (bits === 16 && !readsHalves) fail('plan/no-halves', {});
  const bytes = fromEntries(
    plans.map((plan) => [plan, planBytes(config, plan, workload, { copiesFeeds, bits })]),
  );
  const first = (allowed: readonly Plan[]): Plan => {
    const fits = (most: number) => allowed.find((plan) => totalOf(bytes[plan]) <= most);
    const found = fits(Math.min(offers, MODEST)) ?? fits(offers);
    if (found) return found;
    const least = allowed.reduce((a, b) => (totalOf(bytes[b]) < totalOf(bytes[a]) ? b : a));
    return fail('plan/too-big', {
      plan: least,
      bits: String(bits),
      needs: gigabytes(totalOf(bytes[least])),
      offers: gigabytes(offers),
      fits: fitting(config, workload, device),
    });
  };
  const plan = first(choice === 'auto' ? plans : [choice]);
  const room = copiesFeeds ? Math.min(offers, MODEST) - totalOf(bytes[plan]) : 0;
  const copy = storedBytes(weightShapes(config), 32);
  const execution = { ...executionWith(plan, copy, room), weightBits: bits };
  return { plan, execution, auto: first(plans), bytes };
}

/**
 * Run layer by layer, a model keeps a copy of its `weights`, in f32, to generate with, if there is room for it: with its
 * caches and results, that graph takes nearly twice their bytes.
 */
function executionWith(plan: Plan, weights: number, room: number): Execution {
  const standard = executions[plan];
  if (plan === 'whole' || 2 * weights > room) return standard;
  return { ...standard, compiledBytes: standard.compiledBytes + weights, residentBytes: weights };
}

/** The plan and bits with the most bits that would fit, such as "layered, 4 bits: 1.1 GB"; "–" if none would. */
function fitting(
  config: LlamaConfig,
  workload: Workload,
  { offers, copiesFeeds, readsHalves = true }: PlannedDevice,
): string {
  for (const bits of weightBits.filter((some) => some !== 16 || readsHalves))
    for (const plan of plans) {
      const total = totalOf(planBytes(config, plan, workload, { copiesFeeds, bits }));
      if (total <= offers) return `${plan}, ${bits} bits: ${gigabytes(total)} GB`;
    }
  return '–';
}

const gigabytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);
