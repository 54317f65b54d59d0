/** What loading a model gives, as plain values: for tests. */
import type { LoadResult } from '../../lab/stages/load';
import { noHashes } from '../../lab/run-inputs';

const text = { title: 'A text', passages: ['Mira slept.'] };

/** A model as large as a real one, on WASM. */
export const aLoadedModel: LoadResult = {
  device: { backend: 'wasm', threads: 1, detail: '' },
  why: { code: 'chosen' },
  autoPlan: 'layered',
  planned: { whole: 2, layered: 1 },
  parameters: 134_515_008,
  bytes: 1,
  chats: false,
  hashes: { ...noHashes, model: 'm' },
  dataset: { split: null, forget: text, retain: text, heldOut: text, dictionary: [], prompts: [] },
};
