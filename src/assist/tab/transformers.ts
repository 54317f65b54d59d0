/**
 * transformers.js as a guest: it is fetched when a model is first opened, runs on the page’s own copy of the runtime,
 * and gets the files that it asks for from the user’s folder. It never reaches the network.
 */
import type * as Transformers from '@huggingface/transformers';
import { part } from '../../files/part';
import { runtimeFiles } from '../../runtime/ort-web';
import { countWasmMemory } from '../../runtime/wasm-memory';
import { wasmThreads } from '../../runtime/wasm';
import { fail } from '../errors';
import type { TabDevice } from './devices';
import { weightsOf, type Dtype } from './formats';
import type { ModelFolder } from './model-folder';
import { servedFrom } from './served';

/** A model, and how to run it. */
export interface TabModel {
  readonly folder: ModelFolder;
  readonly dtype: Dtype;
  readonly device: TabDevice;
}

/** While a model is opened; bytes. */
export type OpeningEvent = { readonly kind: 'opening'; readonly done: number; readonly of: number };

type Library = typeof Transformers;

const load = part(() => import('@huggingface/transformers'));

const FOLDER = '/models/';
const ID = 'picked';

/** What a pipeline of the library is opened with. The library runs one device in each thread: the first. */
export async function asGuest(
  { folder: { files }, dtype, device }: TabModel,
  onopening: (event: OpeningEvent) => void,
): Promise<{ library: Library; id: string; options: Transformers.PretrainedModelOptions }> {
  const library = await load();
  const { env } = library;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = FOLDER;
  env.useBrowserCache = false;
  env.useWasmCache = false; // it would start the runtime from a blob, which the page’s policy forbids
  env.logLevel = library.LogLevel.ERROR;
  env.fetch = servedFrom(files, `${FOLDER}${ID}/`);
  const { wasm } = env.backends.onnx;
  if (wasm) {
    wasm.wasmPaths = runtimeFiles[device];
    wasm.numThreads = device === 'wasm' ? wasmThreads().threads : 1;
  }
  countWasmMemory();
  const options: Transformers.PretrainedModelOptions = {
    dtype,
    device,
    use_external_data_format: weightsOf(files, dtype).length - 1,
    progress_callback: (info) => {
      if (info.status === 'progress') onopening({ kind: 'opening', done: info.loaded, of: info.total });
    },
  };
  return { library, id: ID, options };
}

/** What `work` gives; anything that the library throws names the model. @throws LetheError assist/tab-model */
export async function named<T>({ folder: { name } }: TabModel, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    return fail(
      'assist/tab-model',
      { name, reason: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
}
