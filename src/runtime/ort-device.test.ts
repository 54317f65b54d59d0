import { Tensor as OrtTensor } from 'onnxruntime-common';
import { expect, test, vi } from 'vitest';
import { SerialQueue } from '../base/serial-queue';
import { OrtBackedTensor } from './ort-device';

/** A tensor that the runtime refuses to dispose of, as it does while it is read. */
function refusing(gone: AbortSignal): OrtBackedTensor {
  const ort = new OrtTensor('float32', Float32Array.of(1), [1]);
  vi.spyOn(ort, 'dispose').mockImplementation(() => {
    throw new Error('The current tensor is being downloaded.');
  });
  return new OrtBackedTensor(ort, new SerialQueue(), gone);
}

test('releasing a tensor of a lost device never hides that it was lost', () => {
  const device = new AbortController();
  const tensor = refusing(device.signal);
  expect(() => tensor.release()).toThrow('being downloaded');
  device.abort();
  expect(() => tensor.release()).not.toThrow();
});
