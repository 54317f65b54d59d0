/**
 * The WebGPU device: the native execution provider of onnxruntime-web on a GPUDevice that is opened here, because the
 * runtime would destroy one that it opened with its last session. Weights are buffers that all sessions share.
 */
import { makeError } from '../base/errors';
import { fail, runtimeErrors } from './errors';
import { SerialQueue } from '../base/serial-queue';
import type { Device, DeviceInfo, HostTensor, Tensor } from './device';
import { createSession, OrtBackedTensor, type Ort } from './ort-device';
import { loadGpuOrt } from './ort-web';

const USAGE = 0x80 | 0x04 | 0x08; // STORAGE | COPY_SRC | COPY_DST
const ortType = { f32: 'float32', i32: 'int32' } as const;

/** Opens the WebGPU device. @throws LetheError runtime/no-webgpu if there is none */
export async function openWebGpu(): Promise<Device> {
  const { device, info } = await requestDevice();
  const ort: Ort = await loadGpuOrt();
  const queue = new SerialQueue();
  let buffers = 0;
  const end = new AbortController();
  const gone = end.signal;
  void device.lost.then(({ reason, message }) => {
    end.abort(makeError(runtimeErrors, 'runtime/device-lost', { reason: message || reason }));
  });

  const put = ({ data, shape }: HostTensor): Tensor => {
    gone.throwIfAborted();
    if (!(data instanceof Float32Array || data instanceof Int32Array))
      throw new TypeError('expected f32 or i32 numbers');
    const size = 16 * Math.ceil(data.byteLength / 16);
    const gpuBuffer = device.createBuffer({ size, usage: USAGE });
    device.queue.writeBuffer(gpuBuffer, 0, data.buffer, data.byteOffset, data.byteLength);
    buffers += size;
    const dispose = (): void => {
      buffers -= size;
      gpuBuffer.destroy();
    };
    const dataType = data instanceof Float32Array ? ortType.f32 : ortType.i32;
    return new OrtBackedTensor(
      ort.Tensor.fromGpuBuffer(gpuBuffer, { dataType, dims: [...shape], dispose }),
      queue,
      gone,
    );
  };
  return {
    info,
    place(weights) {
      const fed = new Map([...weights].map(([name, tensor]) => [name, put(tensor)]));
      const release = (): void => {
        for (const tensor of fed.values()) tensor.release();
        fed.clear();
      };
      return Promise.resolve({ stored: new Map(), fed, release });
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
    memoryBytes: () => buffers,
    gone,
    release() {
      end.abort(makeError(runtimeErrors, 'runtime/released', { what: 'device' }));
      device.destroy();
      return Promise.resolve();
    },
  };
}

async function requestDevice(): Promise<{ device: GPUDevice; info: DeviceInfo }> {
  const gpu = 'gpu' in globalThis.navigator ? globalThis.navigator.gpu : null;
  const adapter = gpu && (await gpu.requestAdapter({ powerPreference: 'high-performance' }));
  if (!adapter) {
    return fail('runtime/no-webgpu', {
      reason: gpu ? 'no graphics adapter was found' : 'this browser does not support it',
    });
  }
  const { maxBufferSize, maxStorageBufferBindingSize, maxStorageBuffersPerShaderStage } = adapter.limits;
  const device = await adapter.requestDevice({
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize, maxStorageBuffersPerShaderStage },
  });
  const { description, vendor, architecture, isFallbackAdapter } = adapter.info;
  const name = description || `${vendor} ${architecture}`;
  const isSoftware = isFallbackAdapter || /swiftshader|llvmpipe/i.test(name);
  return {
    device,
    info: { backend: 'webgpu', threads: 1, detail: isSoftware ? `software (${name})` : name },
  };
}
