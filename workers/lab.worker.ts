/** The lab in a worker. Files come from the page's own folder. */
import { guardWorkers } from '../src/base/policy-worker';
import { siteName } from '../src/base/site';
import { serveLab } from '../src/bridge/serve';
import { urlSource } from '../src/files/source';
import { Lab } from '../src/lab/lab';
import { openWasm } from '../src/runtime/wasm';
import { openWebGpu } from '../src/runtime/webgpu';
import { databaseKeyValue } from '../src/store/database';
import { drain } from './drain';

/** This script is one folder below the page, in development and in the build. */
const page = new URL(/* @vite-ignore */ '../', import.meta.url).href;

guardWorkers(); // the runtime starts a worker for each of its threads
serveLab(
  new Lab(urlSource(page), { webgpu: openWebGpu, wasm: openWasm }),
  drain,
  databaseKeyValue(siteName(page)),
);
