/** In the page, on WASM: which plan a model of a real shape gets, and two of its training steps; or why it is refused. */
import { explain } from '../../src/base/errors';
import { executions, type Plan } from '../../src/model/execution';
import { choosePlan } from '../../src/model/plan-bytes';
import { standInWeights } from '../../src/model/stand-in-weights';
import { openWasm } from '../../src/runtime/wasm';
import { configOf, startTraining, workload, type RealShape, type StartedTraining } from './real-shapes';
import { milliseconds } from './timing';

export async function benchShape(name: RealShape) {
  const device = await openWasm();
  const config = configOf(name);
  try {
    const { execution } = choosePlan(config, 'auto', workload, device);
    const training = await startTraining(device, config, standInWeights(config), execution);
    const losses = [await training.step()];
    const ms = await milliseconds(async () => losses.push(await training.step()));
    const heapMB = device.memoryBytes() / 2 ** 20;
    await training.release();
    return { name, plan: execution.plan, createMs: training.createMs, ms, losses, heapMB };
  } catch (error) {
    return { name, refused: explain(error) };
  } finally {
    await device.release();
  }
}

const started = new Map<Plan, StartedTraining>();

/** Trainings of the 135 M shape by both plans, over the same weights; how long each took to create, in ms. */
export async function startPlans(): Promise<Record<Plan, number>> {
  const [device, config] = [await openWasm(), configOf('135M')];
  const weights = standInWeights(config);
  const start = async (plan: Plan): Promise<number> => {
    const training = await startTraining(device, config, weights, executions[plan]);
    started.set(plan, training);
    return training.createMs;
  };
  return { whole: await start('whole'), layered: await start('layered') };
}

/** The loss before one more step of a training that was started. */
export async function stepOf(plan: Plan): Promise<number> {
  return (await started.get(plan)?.step()) ?? Number.NaN;
}
