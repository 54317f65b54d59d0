/** The limit of a training step: a large matrix product, which the runtime does at its best rate. */
import { input, matMul, weight } from '../../src/graph/build';
import { graph } from '../../src/graph/graph';
import type { Device } from '../../src/runtime/device';
import type { Step } from './timing';

const GEMM = 1024;
export const GEMM_FLOPS = 2 * GEMM ** 3;

export async function prepareGemm(device: Device): Promise<Step> {
  const data = Float32Array.from({ length: GEMM * GEMM }, (_, i) => (i % 7) - 3);
  const square = { shape: [GEMM, GEMM], data };
  const x = input('x', 'f32', square.shape);
  const built = graph({ x }, { y: matMul(x, weight('w', square.shape)) });
  const session = await device.compile(built, await device.place(new Map([['w', square]])));
  return async () => {
    const { y } = await session.run({ x: square });
    y.release();
  };
}
