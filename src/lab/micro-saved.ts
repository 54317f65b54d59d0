/**
 * A micro model, an adapter of random numbers for it, and both together, as they are saved. tools/golden/peft-files.ts
 * writes them into src/exchange/fixtures/saved, where PEFT and transformers open them.
 */
import { prng } from '../base/prng';
import type { ExportedFile } from '../exchange/exported-file';
import { modelFiles } from '../exchange/merged-model';
import { peftFiles } from '../exchange/peft-adapter';
import { loadModelFiles } from '../files/load-model-files';
import { readDocuments } from '../files/model-documents';
import { adapterLayout } from '../llama/lora';
import type { LlamaConfig } from '../llama/config';
import type { Adapter } from '../model/adapter-bank';
import { microLab, microLoad } from './micro-lab';

const lora = { rank: 2, loraAlpha: 5, targets: ['q_proj', 'v_proj', 'up_proj', 'down_proj'] } as const;

export function microAdapter(config: LlamaConfig): Adapter {
  const random = prng(11);
  const { size } = adapterLayout(config, lora);
  return { lora, flat: Float32Array.from({ length: size }, () => 0.2 * random.normal()) };
}

export async function microSaved(): Promise<readonly ExportedFile[]> {
  const { source } = microLab();
  const files = await loadModelFiles(source, microLoad.model);
  const documents = await readDocuments(source, microLoad.model);
  const adapter = microAdapter(files.config);
  return [
    ...modelFiles('base', files, documents, null, 'F32'),
    ...peftFiles('adapter', adapter, files.config, { name: 'base', hash: files.hash }),
    ...modelFiles('merged', files, documents, adapter, 'F32'),
    ...modelFiles('halves', files, documents, adapter, 'F16'),
  ];
}
