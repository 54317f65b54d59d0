/** The size of the buffers on graphics devices, which neither WebGPU nor onnxruntime reports. */
let held = 0;
let most = 0;

/** A buffer that is dropped without `destroy` holds its memory until it is collected. */
const dropped = new FinalizationRegistry<{ bytes: number }>(free);

/** From now on, counts every buffer that `device` creates. */
export function countGpuMemory(device: GPUDevice): void {
  const create = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    const counted = { bytes: descriptor.size };
    held += counted.bytes;
    most = Math.max(most, held);
    dropped.register(buffer, counted);
    const destroy = buffer.destroy.bind(buffer);
    buffer.destroy = () => {
      free(counted);
      destroy();
      return undefined;
    };
    return buffer;
  };
}

/** Counts a buffer once, however often it is freed. */
function free(counted: { bytes: number }): void {
  held -= counted.bytes;
  counted.bytes = 0;
}

/** Bytes of all buffers of this thread at the time when there were most. */
export const mostGpuBytes = (): number => most;
