/** Reading and writing the weights of a model of 135 million parameters as F16. */
import { readSafetensors, writeSafetensors } from '../../src/files/safetensors';
import { median, milliseconds } from './timing';

const TENSORS = 30;
const SHAPE = [1024, 4394];
const ROUNDS = 3;

export async function benchReading() {
  const count = SHAPE.reduce((product, n) => product * n);
  const data = Float32Array.from({ length: count }, (_, i) => Math.sin(i));
  const tensors = new Map(Array.from({ length: TENSORS }, (_, t) => [`${t}`, { shape: SHAPE, data }]));
  const writeMs = await milliseconds(() => Promise.resolve(writeSafetensors(tensors, 'F16')));
  const file = writeSafetensors(tensors, 'F16');
  const copied = new Float32Array(count);
  const readMs: number[] = [];
  const copyMs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    readMs.push(await milliseconds(() => Promise.resolve(readSafetensors(file, 'bench'))));
    const copy = (): Promise<void> => {
      for (let t = 0; t < TENSORS; t++) copied.set(data);
      return Promise.resolve();
    };
    copyMs.push(await milliseconds(copy));
  }
  return {
    reading: {
      megabytes: file.length / 1e6,
      ms: median(readMs),
      writeMs,
      /** to copying as many numbers of f32 */
      ratio: median(readMs) / median(copyMs),
    },
  };
}
