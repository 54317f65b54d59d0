/** The lab in a worker. Files come from the page's own folder, and from the user's own models. */
import { guardWorkers } from '../src/base/policy-worker';
import { siteName } from '../src/base/site';
import { serveLab } from '../src/bridge/serve';
import { withOwnFiles } from '../src/files/own-files';
import { urlSource } from '../src/files/source';
import { Lab } from '../src/lab/lab';
import { openWasm } from '../src/runtime/wasm';
import { openWebGpu } from '../src/runtime/webgpu';
import { databaseKeyValue } from '../src/store/database';
import { browserFolder } from '../src/store/own-folder';
import { OwnModels } from '../src/store/own-models';
import { drain } from './drain';

/** This script is one folder below the page, in development and in the build. */
const page = new URL(/* @vite-ignore */ '../', import.meta.url).href;

const site = siteName(page);
const database = databaseKeyValue(site);
const source = withOwnFiles(urlSource(page), new OwnModels(database, browserFolder(site)));

guardWorkers(site); // the runtime starts a worker for each of its threads
serveLab(new Lab(source, { webgpu: openWebGpu, wasm: openWasm }), drain, database);
