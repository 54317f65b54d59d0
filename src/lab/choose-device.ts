/** Opens the requested device; `auto` measures both and takes the faster one. */
import { AdapterBank } from '../model/adapter-bank';
import { logits } from '../model/logits';
import { Model } from '../model/model';
import type { ModelFiles } from '../files/model-files';
import { allProjections } from '../llama/lora';
import type { Device } from '../runtime/device';

export const choices = ['auto', 'webgpu', 'wasm'] as const;
export type DeviceChoice = (typeof choices)[number];

/** How to open each device; injected, so that Node and the browser share the code that uses it. */
export interface Openers {
  readonly webgpu: () => Promise<Device>;
  readonly wasm: () => Promise<Device>;
}

export interface Chosen {
  readonly device: Device;
  readonly why: DeviceReason;
}

/** Why this device was chosen; times are milliseconds per forward pass, infinite if the device fails. */
export type DeviceReason =
  | { readonly code: 'chosen' | 'noWebgpu' | 'softwareWebgpu' }
  | { readonly code: 'measured'; readonly webgpu: number; readonly wasm: number };

const BATCH = 2;
const LENGTH = 64;

/** @throws LetheError runtime/no-webgpu if WebGPU was requested and is not available */
export async function chooseDevice(choice: DeviceChoice, files: ModelFiles, open: Openers): Promise<Chosen> {
  if (choice === 'webgpu') return { device: await open.webgpu(), why: { code: 'chosen' } };
  if (choice === 'wasm') return { device: await open.wasm(), why: { code: 'chosen' } };
  const gpu = await open.webgpu().catch(() => null);
  const cpu = await open.wasm();
  if (!gpu) return { device: cpu, why: { code: 'noWebgpu' } };
  if (gpu.info.detail.startsWith('software')) {
    await gpu.release();
    return { device: cpu, why: { code: 'softwareWebgpu' } };
  }
  const [gpuTime, cpuTime] = [await measure(gpu, files), await measure(cpu, files)];
  const [device, other] = gpuTime < cpuTime ? [gpu, cpu] : [cpu, gpu];
  await other.release();
  return { device, why: { code: 'measured', webgpu: gpuTime, wasm: cpuTime } };
}

/** Milliseconds of one forward pass, after a warm-up pass; infinite if the device fails. */
async function measure(device: Device, files: ModelFiles): Promise<number> {
  try {
    const model = await Model.open(device, files.config, files.weights);
    const bank = new AdapterBank(device, files.config, allProjections);
    const row = { ids: new Int32Array(LENGTH), variant: 'baseline' } as const;
    const pass = async (): Promise<void> => {
      const tensor = await logits(
        model,
        bank,
        Array.from({ length: BATCH }, () => row),
        LENGTH,
      );
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
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
