/** Devices whose tensors are in main memory: WASM and native CPU. Weights are stored in the compiled graphs. */
import type { InferenceSession } from 'onnxruntime-common';
import { makeError } from '../base/errors';
import { SerialQueue } from '../base/serial-queue';
import type { Device, DeviceInfo } from './device';
import { runtimeErrors } from './errors';
import { createSession, OrtBackedTensor, toOrt, type Ort } from './ort-device';

export function cpuDevice(
  ort: Ort,
  info: DeviceInfo,
  options: InferenceSession.SessionOptions,
  memoryBytes: () => number,
): Device {
  const queue = new SerialQueue();
  const end = new AbortController();
  const gone = end.signal;
  return {
    info,
    place(weights) {
      const stored = new Map([...weights].map(([name, { data }]) => [name, data]));
      return Promise.resolve({
        stored,
        fed: new Map(),
        release: () => {
          stored.clear();
        },
      });
    },
    upload: (tensor) => Promise.resolve(new OrtBackedTensor(toOrt(ort, tensor), queue, gone)),
    compile: (graph, weights) => createSession(graph, { ort, queue, options, weights, gone }),
    memoryBytes,
    gone,
    release() {
      end.abort(makeError(runtimeErrors, 'runtime/released', { what: 'device' }));
      return Promise.resolve();
    },
  };
}
