/** Trains one phase of the plan; if interrupted, it resumes from its last checkpoint. */
import { contentHash } from '../../src/base/hash';
import { prng } from '../../src/base/prng';
import type { Tokenizer } from '../../src/files/tokenizer';
import { adamWDefaults } from '../../src/llama/adamw';
import type { LlamaConfig } from '../../src/llama/config';
import { crossEntropy } from '../../src/llama/loss';
import { weightShapes } from '../../src/llama/weights';
import { Model } from '../../src/model/model';
import { Trainer, type TrainState } from '../../src/model/trainer';
import type { Device } from '../../src/runtime/device';
import { drawText, type Reading } from '../world/corpus';
import { loadCheckpoint, saveCheckpoint } from './checkpoint';
import { logLoss, readLosses, type LossLine } from './loss-log';
import { batch, checkpointEvery, configJson, seed, weightDecay, type Phase } from './plan';
import { trainingBatch } from './rows';

const CHECKPOINTS = '.cache/pretrain';
const REPORT_EVERY = 50;

export interface PhaseContext {
  readonly device: Device;
  readonly config: LlamaConfig;
  readonly tokenizer: Tokenizer;
  /** What the phase depends on: the vocabulary and earlier phases. */
  readonly history: string;
}

export interface Trained {
  readonly state: TrainState;
  /** For the next phase. */
  readonly history: string;
  /** The losses of this phase. */
  readonly losses: readonly LossLine[];
}

export async function trainPhase(
  phase: Phase,
  { device, config, tokenizer, history }: PhaseContext,
  from: TrainState,
): Promise<Trained> {
  const hash = phaseHash(phase, history);
  const log = `${CHECKPOINTS}/${hash}.losses.jsonl`;
  const state = loadCheckpoint(CHECKPOINTS, hash) ?? from;
  if (state.step >= from.step + phase.steps) return { state, history: hash, losses: readLosses(log) };

  const model = await Model.open(device, config, zeroWeights(config));
  const optimizer = { ...adamWDefaults, beta2: 0.98, weightDecay };
  const shape = { ...batch, trainable: { kind: 'model' }, objective: crossEntropy, optimizer } as const;
  const trainer = await Trainer.start(model, shape, state);
  const start = performance.now();
  let total = 0;
  for (let step = state.step; step < from.step + phase.steps; step++) {
    const rows = trainingBatch(phase.reading, tokenizer, { seed, step, ...batch });
    total += (await trainer.step(rows, phase.rate(step - from.step))).loss;
    const done = step + 1 - from.step;
    if (done % checkpointEvery === 0) saveCheckpoint(CHECKPOINTS, hash, await trainer.save());
    if (done % REPORT_EVERY === 0) {
      const seconds = (performance.now() - start) / 1000;
      const rate = ((step + 1 - state.step) * batch.batch * batch.length) / seconds;
      const left = ((phase.steps - done) * batch.batch * batch.length) / rate / 60;
      logLoss(log, { phase: phase.name, step: done, loss: total / REPORT_EVERY });
      console.log(
        `${phase.name} ${done}/${phase.steps} loss ${(total / REPORT_EVERY).toFixed(3)}, ${rate.toFixed(0)} tokens/s, ${left.toFixed(1)} min left`,
      );
      total = 0;
    }
  }
  const reached = await trainer.save();
  saveCheckpoint(CHECKPOINTS, hash, reached);
  await trainer.release();
  await model.release();
  return { state: reached, history: hash, losses: readLosses(log) };
}

/** Hash of everything that determines the result of the phase; a sample of texts represents the corpus. */
function phaseHash({ name, reading, steps, rate }: Phase, history: string): string {
  const plan = {
    name,
    reading,
    rates: [rate(0), rate(steps - 1)],
    steps,
    batch,
    weightDecay,
    seed,
    configJson,
  };
  return contentHash(JSON.stringify(plan), sample(reading), history).slice(0, 16);
}

function sample(reading: Reading): string {
  const random = prng(seed);
  return Array.from({ length: 3000 }, () => drawText(reading, random)).join('\n');
}

/** A model without frozen weights, since all of them are trained. */
function zeroWeights(config: LlamaConfig) {
  return new Map(
    [...weightShapes(config)].map(([name, shape]) => [
      name,
      { shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) },
    ]),
  );
}
