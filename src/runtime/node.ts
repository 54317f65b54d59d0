/** The devices of onnxruntime-node: the native CPU, and a graphics card. */
import * as ort from 'onnxruntime-node';
import type { Device } from './device';
import { cpuDevice } from './cpu-device';
import { openGpu } from './node-gpu';

/** Opens the native device. `threads`: per operation; `copiesFeeds`: as WASM does, which tests need. */
export function openNative(threads = 2, copiesFeeds = false): Device {
  const info = { backend: 'native', threads, detail: 'onnxruntime-node' } as const;
  const options = {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  } as const;
  return cpuDevice(ort, { info, options, copiesFeeds, memoryBytes: () => process.memoryUsage().rss });
}

/** Opens the graphics card. @throws LetheError runtime/no-driver */
export const openNativeGpu = (): Promise<Device> => openGpu(ort);
