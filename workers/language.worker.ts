/** transformers.js in a worker. It gets its files from the page, and asks for none. */
import { guardWorkers } from '../src/base/policy-worker';
import { siteName } from '../src/base/site';
import { serveLanguage } from '../src/bridge/language/serve';

guardWorkers(siteName(new URL(/* @vite-ignore */ '../', import.meta.url))); // the runtime starts a worker for each of its threads
serveLanguage();
