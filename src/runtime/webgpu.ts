/**
 * The WebGPU device: the native execution provider of onnxruntime-web on a GPUDevice that is opened here, because the
 * runtime would destroy one that it opened with its last session. Weights are buffers that all sessions share.
 */
import { makeError } from '../base/errors';
import type { Data } from '../graph/ir';
import { runtimeErrors } from './errors';
import { SerialQueue } from '../base/serial-queue';
import type { Device, HostTensor, Tensor } from './device';
import { createSession, OrtBackedTensor, ortTypeOf, type Ort } from './ort-device';
import { started } from './ort-start';
import { loadGpuOrt } from './ort-web';
import { offeredMemory } from '../base/browser';
import { compiledBytes } from './compiled-bytes';
import { countGpuMemory } from './gpu-memory';
import { requestGpu } from './request-gpu';

const USAGE = 0x80 | 0x04 | 0x08; // STORAGE | COPY_SRC | COPY_DST

/** Opens the WebGPU device. @throws LetheError as requestGpu, runtime/not-started */
export async function openWebGpu(signal?: AbortSignal): Promise<Device> {
  const { device, name, isSoftware, hasHalves } = await requestGpu(signal);
  countGpuMemory(device);
  const info = { backend: 'webgpu', threads: 1, detail: isSoftware ? `software (${name})` : name } as const;
  const ort: Ort = await loadGpuOrt();
  const queue = new SerialQueue();
  let buffers = 0;
  const end = new AbortController();
  const gone = end.signal;
  void device.lost.then(({ reason, message }) => {
    end.abort(makeError(runtimeErrors, 'runtime/device-lost', { reason: message || reason }));
  });

  const put = (tensor: HostTensor): Tensor => {
    gone.throwIfAborted();
    const { data, shape } = tensor;
    const size = 16 * Math.ceil(data.byteLength / 16);
    const gpuBuffer = device.createBuffer({ size, usage: USAGE });
    const whole = data.byteLength % 4 === 0 ? data : inWords(data);
    device.queue.writeBuffer(gpuBuffer, 0, whole.buffer, whole.byteOffset, whole.byteLength);
    buffers += size;
    const dispose = (): void => {
      buffers -= size;
      gpuBuffer.destroy();
    };
    const dataType = ortTypeOf(tensor);
    return new OrtBackedTensor(
      ort.Tensor.fromGpuBuffer(gpuBuffer, { dataType, dims: [...shape], dispose }),
      queue,
      gone,
    );
  };
  return started({
    info,
    copiesFeeds: false,
    largestBuffer: Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize),
    readsHalves: hasHalves,
    offers: offeredMemory(),
    place(weights) {
      const tensors = new Map([...weights].map(([name, tensor]) => [name, put(tensor)]));
      const release = (): void => {
        for (const tensor of tensors.values()) tensor.release();
        tensors.clear();
      };
      return Promise.resolve({ tensors, release });
    },
    upload: (tensor) => Promise.resolve(put(tensor)),
    compile: (graph, weights) =>
      createSession(graph, {
        ort,
        queue,
        options: {
          executionProviders: [{ name: 'webgpu', device, validationMode: 'disabled' }],
          preferredOutputLocation: 'gpu-buffer',
        },
        weights,
        gone,
      }),
    compiledBytes: (graph) => compiledBytes(graph, { keepsResults: true, holdsWeights: false }),
    memoryBytes: () => buffers,
    gone,
    release() {
      end.abort(makeError(runtimeErrors, 'runtime/released', { what: 'device' }));
      device.destroy();
      return Promise.resolve();
    },
  });
}

/** The bytes, filled up to whole words, as which buffers are written. */
function inWords(data: Data): Uint8Array<ArrayBuffer> {
  const words = new Uint8Array(4 * Math.ceil(data.byteLength / 4));
  words.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return words;
}
