/** Devices whose tensors are in main memory: WASM and native CPU. */
import type { InferenceSession } from 'onnxruntime-common';
import { makeError } from '../base/errors';
import { SerialQueue } from '../base/serial-queue';
import type { Device, DeviceInfo, HostTensor, Tensor } from './device';
import { offeredMemory } from '../base/browser';
import { compiledBytes } from './compiled-bytes';
import { runtimeErrors } from './errors';
import { createSession, OrtBackedTensor, toOrt, type Ort } from './ort-device';

/** How a device with tensors in main memory differs from others. */
export interface CpuDevice {
  readonly info: DeviceInfo;
  readonly options: InferenceSession.SessionOptions;
  readonly copiesFeeds: boolean;
  readonly memoryBytes: () => number;
}

export function cpuDevice(ort: Ort, { info, options, copiesFeeds, memoryBytes }: CpuDevice): Device {
  const queue = new SerialQueue();
  const end = new AbortController();
  const gone = end.signal;
  const put = (tensor: HostTensor): Tensor => new OrtBackedTensor(toOrt(ort, tensor), queue, gone);
  return {
    info,
    copiesFeeds,
    largestBuffer: Infinity,
    readsHalves: true,
    offers: offeredMemory(),
    place(weights) {
      const tensors = new Map([...weights].map(([name, tensor]) => [name, put(tensor)]));
      const release = (): void => {
        tensors.clear();
      };
      return Promise.resolve({ tensors, release });
    },
    upload: (tensor) => Promise.resolve(put(tensor)),
    compile: (graph, weights, { holdsWeights = false } = {}) =>
      createSession(graph, { ort, queue, options, weights, holdsWeights: copiesFeeds && holdsWeights, gone }),
    compiledBytes: (graph, { holdsWeights = false } = {}) =>
      compiledBytes(graph, {
        keepsResults: options.enableCpuMemArena !== false,
        holdsWeights: copiesFeeds && holdsWeights,
      }),
    memoryBytes,
    gone,
    release() {
      end.abort(makeError(runtimeErrors, 'runtime/released', { what: 'device' }));
      return Promise.resolve();
    },
  };
}
