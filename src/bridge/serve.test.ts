/** WebKit may evaluate a worker's script twice; two labs would both answer, and results get lost. */
import { expect, test, vi } from 'vitest';
import { urlSource } from '../files/source';
import { Lab } from '../lab/lab';
import { memoryKeyValue } from '../store/key-value';

test('a worker whose script is evaluated twice serves one lab', async () => {
  const listens = vi.fn();
  vi.stubGlobal('addEventListener', listens);
  const unused = () => Promise.reject(new Error('no job runs here'));
  const lab = new Lab(urlSource('http://localhost/'), { wasm: unused, webgpu: unused });
  for (let evaluation = 0; evaluation < 2; evaluation++) {
    vi.resetModules();
    const { serveLab } = await import('./serve');
    serveLab(lab, unused, memoryKeyValue());
  }
  expect(listens).toHaveBeenCalledTimes(1);
});
