/** The lab in a worker. Files come from the page's own folder. */
import { serveLab } from '../src/bridge/serve';
import { urlSource } from '../src/files/source';
import { Lab } from '../src/lab/lab';
import { openWasm } from '../src/runtime/wasm';
import { openWebGpu } from '../src/runtime/webgpu';
import { databaseKeyValue } from '../src/store/database';
import { drain } from './drain';

/** This script is one folder below the page, in development and in the build. */
const page = new URL('../', self.location.href).href;

serveLab(new Lab(urlSource(page), { webgpu: openWebGpu, wasm: openWasm }), drain, databaseKeyValue());
