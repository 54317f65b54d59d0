/** What the page asks of the graphics card. */
export interface GpuCalls {
  dispatches: number;
  submits: number;
  readBacks: number;
}

/** The calls from here on, which go on being counted. */
export function countGpuCalls(): GpuCalls {
  const calls = { dispatches: 0, submits: 0, readBacks: 0 };
  const dispatched = (): unknown => calls.dispatches++;
  counted(GPUComputePassEncoder.prototype, 'dispatchWorkgroups', dispatched);
  counted(GPUComputePassEncoder.prototype, 'dispatchWorkgroupsIndirect', dispatched);
  counted(GPUQueue.prototype, 'submit', () => calls.submits++);
  counted(GPUBuffer.prototype, 'mapAsync', () => calls.readBacks++);
  return calls;
}

/** Calls `count` before every call of the method. */
function counted<P extends object>(prototype: P, method: keyof P, count: () => unknown): void {
  const original: unknown = Reflect.get(prototype, method);
  if (typeof original !== 'function') throw new TypeError(`expected a method ${String(method)}`);
  Reflect.set(prototype, method, function (this: unknown, ...given: unknown[]): unknown {
    count();
    const result: unknown = Reflect.apply(original, this, given);
    return result;
  });
}

/** What `work` asks for. */
export async function callsOf(calls: GpuCalls, work: () => Promise<unknown>): Promise<GpuCalls> {
  const before = { ...calls };
  await work();
  return {
    dispatches: calls.dispatches - before.dispatches,
    submits: calls.submits - before.submits,
    readBacks: calls.readBacks - before.readBacks,
  };
}
