/** Devices whose tensors lie in ordinary memory: WASM and native CPU. Weights are stored in graphs. */
import type { InferenceSession } from 'onnxruntime-common';
import { fail } from '../base/errors';
import { Lane } from '../base/lane';
import type { Device, DeviceInfo } from './device';
import { createSession, OrtBackedTensor, toOrt, type Ort } from './ort-device';

export function cpuDevice(
  ort: Ort,
  info: DeviceInfo,
  options: InferenceSession.SessionOptions,
  memoryBytes: () => number,
): Device {
  const lane = new Lane();
  let live = true;
  const assertAlive = (): void => {
    if (!live) fail('runtime/released', { what: 'device' });
  };
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
    upload: (tensor) => Promise.resolve(new OrtBackedTensor(toOrt(ort, tensor), lane)),
    compile: (graph, weights) => createSession(graph, { ort, lane, options, weights, assertAlive }),
    memoryBytes,
    lost: new Promise(() => undefined),
    release() {
      live = false;
      return Promise.resolve();
    },
  };
}
