import { expect, test, vi } from 'vitest';
import { servedFrom } from './served';

const serve = servedFrom(new Map([['onnx/model.onnx', new Blob(['weights'])]]), '/models/tiny/');

test('a file of the folder is served with its length', async () => {
  const response = await serve('/models/tiny/onnx/model.onnx');
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Length')).toBe('7');
  expect(await response.text()).toBe('weights');
});

test('anything else is not found, and nothing is fetched', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const others = [
    'https://huggingface.co/tiny/resolve/main/config.json',
    '/models/other/onnx/model.onnx',
    '/models/tiny/%E0%A4%A',
    new URL('https://huggingface.co/models/tiny/onnx/model.onnx'),
  ];
  for (const address of others) expect((await serve(address)).status).toBe(404);
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockRestore();
});
