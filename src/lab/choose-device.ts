/** Opens the requested device; `auto` measures both and takes the faster one. */
import { AdapterBank } from '../model/adapter-bank';
import { logits } from '../model/logits';
import type { Model } from '../model/model';
import { allProjections } from '../llama/lora';
import type { Device } from '../runtime/device';
import { toPlain, type Plain } from './error-catalogue';

export const choices = ['auto', 'webgpu', 'wasm'] as const;
export type DeviceChoice = (typeof choices)[number];

/** How to open each device; injected, so that Node and the browser share the code that uses it. */
export interface Openers {
  readonly webgpu: (signal: AbortSignal) => Promise<Device>;
  readonly wasm: (signal: AbortSignal) => Promise<Device>;
}

export interface Chosen {
  readonly device: Device;
  readonly why: DeviceReason;
}

/** Why this device was chosen; times are milliseconds per forward pass. */
export type DeviceReason =
  | { readonly code: 'chosen' | 'softwareWebgpu' }
  /** the other device could not be opened, or failed when tried */
  | { readonly code: 'otherFailed'; readonly error: Plain }
  | { readonly code: 'measured'; readonly webgpu: number; readonly wasm: number };

const BATCH = 2;
const LENGTH = 64;

/** `openOn` opens the model to measure it. @throws LetheError of the device that was requested, or of WASM if neither works; the signal's reason */
export async function chooseDevice(
  choice: DeviceChoice,
  openOn: (device: Device) => Promise<Model>,
  open: Openers,
  signal: AbortSignal,
): Promise<Chosen> {
  if (choice !== 'auto') return { device: await open[choice](signal), why: { code: 'chosen' } };
  const gpu = await attempt(() => open.webgpu(signal), signal);
  const cpu = await open.wasm(signal);
  if ('error' in gpu) return { device: cpu, why: { code: 'otherFailed', error: gpu.error } };
  if (gpu.value.info.detail.startsWith('software')) {
    await gpu.value.release();
    return { device: cpu, why: { code: 'softwareWebgpu' } };
  }
  const gpuTime = await attempt(async () => measure(await openOn(gpu.value)), signal);
  const cpuTime = await attempt(async () => measure(await openOn(cpu)), signal);
  const isGpuFaster = 'value' in gpuTime && !('value' in cpuTime && cpuTime.value <= gpuTime.value);
  const [device, other] = isGpuFaster ? [gpu.value, cpu] : [cpu, gpu.value];
  await other.release();
  return { device, why: reasonOf(gpuTime, cpuTime) };
}

function reasonOf(gpu: Attempt<number>, cpu: Attempt<number>): DeviceReason {
  if ('error' in gpu) return { code: 'otherFailed', error: gpu.error };
  if ('error' in cpu) return { code: 'otherFailed', error: cpu.error };
  return { code: 'measured', webgpu: gpu.value, wasm: cpu.value };
}

type Attempt<T> = { readonly value: T } | { readonly error: Plain };

/** What `act` gives, or why it failed. @throws the signal's reason */
async function attempt<T>(act: () => Promise<T>, signal: AbortSignal): Promise<Attempt<T>> {
  try {
    return { value: await act() };
  } catch (error) {
    signal.throwIfAborted();
    return { error: toPlain(error, 'Trying a device') };
  }
}

/** Milliseconds of one forward pass, after a warm-up pass. */
async function measure(model: Model): Promise<number> {
  const bank = new AdapterBank(model.device, model.config, allProjections);
  const row = { ids: new Int32Array(LENGTH), variant: 'baseline' } as const;
  const pass = async (): Promise<void> => {
    const rows = Array.from({ length: BATCH }, () => row);
    const tensor = await logits(model, bank, rows, LENGTH);
    await tensor.read();
    tensor.release();
  };
  await pass();
  const start = performance.now();
  await pass();
  const time = performance.now() - start;
  await bank.release();
  await model.release();
  return time;
}
