/** Equation 1 on a device of the browser, outside the shipped page. */
import { logitSpaces } from '../../src/llama/graphs/combine';
import { openWasm } from '../../src/runtime/wasm';
import { openWebGpu } from '../../src/runtime/webgpu';
import { checkCombine, tieOrder } from '../../src/unlearn/check-combine';

const openers = { wasm: openWasm, webgpu: openWebGpu };

async function checkDevice(backend: keyof typeof openers) {
  const device = await openers[backend]();
  const checks = [];
  for (const space of logitSpaces) checks.push({ space, ...(await checkCombine(device, space)) });
  return { backend: device.info.backend, checks, tied: await tieOrder(device) };
}

declare global {
  interface Window {
    checkDevice: typeof checkDevice;
  }
}
window.checkDevice = checkDevice;
