/** Asks the browser for its graphics device. Each way of having none is an error of its own. */
import { withLimit } from '../base/abort';
import { LetheError, makeError } from '../base/errors';
import { limits, seconds } from '../base/limits';
import { fail, runtimeErrors } from './errors';

export interface GraphicsDevice {
  readonly device: GPUDevice;
  /** of the adapter, such as "NVIDIA GeForce RTX 4070" */
  readonly name: string;
  /** whether it is emulated on the CPU */
  readonly isSoftware: boolean;
  /** whether it computes with 16-bit floats */
  readonly hasHalves: boolean;
}

const HALVES = 'shader-f16';

/**
 * @throws LetheError runtime/no-webgpu, runtime/insecure, runtime/no-adapter, runtime/adapter-failed,
 * runtime/device-refused, runtime/graphics-silent, or the signal's reason
 */
export async function requestGpu(signal?: AbortSignal): Promise<GraphicsDevice> {
  const adapter = await requestAdapter(signal);
  const { name, isSoftware } = describe(adapter);
  const { maxBufferSize, maxStorageBufferBindingSize, maxStorageBuffersPerShaderStage } = adapter.limits;
  const hasHalves = adapter.features.has(HALVES);
  const device = await answer(
    () =>
      adapter.requestDevice({
        ...(hasHalves && { requiredFeatures: [HALVES] }),
        requiredLimits: { maxBufferSize, maxStorageBufferBindingSize, maxStorageBuffersPerShaderStage },
      }),
    limits.device,
    (reason, error) => fail('runtime/device-refused', { adapter: name, reason }, error),
    signal,
  );
  return { device, name, isSoftware, hasHalves };
}

/** Whether the graphics here compute with 16-bit floats. @throws LetheError as `requestGpu`, before it asks for a device */
export async function hasHalves(): Promise<boolean> {
  return (await requestAdapter()).features.has(HALVES);
}

async function requestAdapter(signal?: AbortSignal): Promise<GPUAdapter> {
  const gpu: unknown = Reflect.get(globalThis.navigator, 'gpu');
  if (!isGpu(gpu)) return fail(globalThis.isSecureContext ? 'runtime/no-webgpu' : 'runtime/insecure', {});
  const adapter = await answer(
    () => gpu.requestAdapter({ powerPreference: 'high-performance' }),
    limits.adapter,
    (reason, error) => fail('runtime/adapter-failed', { reason }, error),
    signal,
  );
  return adapter ?? fail('runtime/no-adapter', {});
}

const isGpu = (gpu: unknown): gpu is GPU =>
  typeof gpu === 'object' && gpu !== null && 'requestAdapter' in gpu;

/** What `ask` resolves with; `refused` says what it means if it throws. */
async function answer<T>(
  ask: () => Promise<T>,
  limit: number,
  refused: (reason: string, error: unknown) => never,
  signal?: AbortSignal,
): Promise<T> {
  const late = (): Error => makeError(runtimeErrors, 'runtime/graphics-silent', { seconds: seconds(limit) });
  try {
    return await withLimit(ask(), limit, late, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof LetheError) throw error;
    return refused(error instanceof Error ? error.message : String(error), error);
  }
}

/** How adapters describe themselves: Chrome before 127 has no `info`, and newer browsers may leave its fields empty. */
interface Described {
  readonly info?: Partial<GPUAdapterInfo>;
  readonly isFallbackAdapter?: boolean;
}

function describe(adapter: Described): { readonly name: string; readonly isSoftware: boolean } {
  const { description = '', vendor = '', architecture = '', isFallbackAdapter } = adapter.info ?? {};
  const name = description || `${vendor} ${architecture}`.trim() || 'graphics adapter without a name';
  const isFallback = isFallbackAdapter ?? adapter.isFallbackAdapter === true;
  return { name, isSoftware: isFallback || /swiftshader|llvmpipe/i.test(name) };
}
