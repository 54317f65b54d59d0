/** Model folders as others publish them: buffers beside the weights, several end tokens, files left out. */
import { describe, expect, test } from 'vitest';
import type { FileSource } from '../files/source';
import { writeContainer, readContainer } from '../files/tensor-container';
import { loadModelFiles } from '../files/load-model-files';
import { microFiles, microLab, microLoad, microSettings, runJob } from './micro-lab';
import { microShards } from './micro-shards';

const weights = microFiles['m/model.safetensors'] as Uint8Array;

/** The model file with one more tensor. */
function withBuffer(name: string, dtype: string, shape: readonly number[], size: number): Uint8Array {
  const length = Number(new DataView(weights.buffer, weights.byteOffset).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(weights.subarray(8, 8 + length))) as object;
  const data = weights.subarray(8 + length);
  const extra = { dtype, shape, data_offsets: [data.length, data.length + size] };
  const json = new TextEncoder().encode(JSON.stringify({ ...header, [name]: extra }));
  const bytes = new Uint8Array(8 + json.length + data.length + size);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(data, 8 + json.length);
  return bytes;
}

test.each([
  ['model.position_ids', 'I64', [8], 64],
  ['model.layers.0.self_attn.bias', 'BOOL', [1, 1, 4, 4], 16],
  ['model.layers.0.self_attn.masked_bias', 'U8', [1], 1],
  ['model.layers.0.self_attn.rotary_emb.inv_freq', 'F64', [2], 16],
  ['model.layers.0.self_attn.rotary_emb.scale', 'F8_E4M3', [2], 2],
])('F16 the buffer %s of %s beside the weights is ignored', async (name, dtype, shape, size) => {
  const lab = microLab({ 'm/model.safetensors': withBuffer(name, dtype, shape, size) });
  const plain = microLab();
  const { parameters } = (await runJob(plain, 'load', microLoad)).result;
  expect((await runJob(lab, 'load', microLoad)).result.parameters).toBe(parameters);
  await lab.release();
  await plain.release();
});

test('a model in shards is the same as in one file, in 32 bits and in 4', async () => {
  const texts = [{ prompt: 'she met', expected: ' Bea' }];
  for (const weightBits of ['32', '4'] as const) {
    const results = [];
    for (const files of [{}, microShards]) {
      const lab = microLab(files);
      const { parameters } = (await runJob(lab, 'load', { ...microLoad, weightBits })).result;
      const settings = { ...microSettings, weightBits };
      const asked = { texts, variant: 'baseline', settings } as const;
      results.push({ parameters, probabilities: (await runJob(lab, 'scoreContinuations', asked)).result });
      await lab.release();
    }
    expect(results[1]).toEqual(results[0]);
  }
});

test('a weight that is not finite is refused by name', async () => {
  const { metadata, tensors } = readContainer(weights, 'x');
  const name = 'model.layers.1.self_attn.q_proj.weight';
  tensors.get(name)?.data.fill(Number.NaN, 5, 6);
  const lab = microLab({ 'm/model.safetensors': writeContainer({ metadata, tensors }) });
  await expect(runJob(lab, 'load', microLoad)).rejects.toThrow(
    `Weight "${name}": expected finite numbers, got NaN`,
  );
  await lab.release();
});

describe('F17 each of several end tokens ends the writing', async () => {
  const { eos_token_id: _, ...endless } = microFiles['m/config.json'] as Record<string, unknown>;
  const sampled = { temperature: 2, topP: 1, seed: 4 };
  const prompts = ['she met'];
  const ask = { prompts, variants: ['baseline'], maxTokens: 12, sampled, settings: microSettings } as const;

  /** The tokens that a model with these files writes, as text. */
  const writtenBy = async (files: Readonly<Record<string, unknown>>): Promise<string[]> => {
    const lab = microLab(files);
    await runJob(lab, 'load', microLoad);
    const { events } = await runJob(lab, 'ask', ask);
    await lab.release();
    return events.flatMap((event) =>
      event.kind === 'write' ? event.written.map(({ token }) => token.text) : [],
    );
  };
  const free = await writtenBy({ 'm/config.json': endless });
  const until = free.findIndex((text, i) => i > 2 && /[a-z]/u.test(text) && free.indexOf(text) === i);
  const { tokenizer } = await loadModelFiles(microLab().source, 'm');
  const [end] = tokenizer.encode(free[until] ?? '');
  const [other] = tokenizer.encode(Array.from('abcdefghijkl').find((letter) => !free.includes(letter)) ?? '');

  test('of config.json', async () => {
    expect(free).toHaveLength(12);
    const several = { ...endless, eos_token_id: [other, end] };
    expect(await writtenBy({ 'm/config.json': several })).toEqual(free.slice(0, until));
  });

  test('of generation_config.json', async () => {
    const one = { ...endless, eos_token_id: other };
    const files = { 'm/config.json': one, 'm/generation_config.json': { eos_token_id: [other, end] } };
    expect(await writtenBy(files)).toEqual(free.slice(0, until));
    expect(await writtenBy({ 'm/config.json': one })).toEqual(free);
  });
});

test('without tokenizer_config.json the tokenizer is the same, unless the file could not be reached', async () => {
  const files = { ...microFiles, 'm/tokenizer_config.json': undefined };
  const lab = microLab(files);
  await runJob(lab, 'load', microLoad);
  expect([...lab.workspace.ready('ask').files.tokenizer.encode('she met')]).toHaveLength(7);
  await lab.release();
  const cut: FileSource = {
    read: (path) =>
      path.endsWith('tokenizer_config.json')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : lab.source.read(path),
  };
  await expect(loadModelFiles(cut, 'm')).rejects.toThrow('Failed to fetch');
});

test('a block that is longer than the window of a Mistral is refused, and the window itself is not', async () => {
  const config = { ...(microFiles['m/config.json'] as object), model_type: 'mistral', sliding_window: 12 };
  const lab = microLab({ 'm/config.json': config });
  await runJob(lab, 'load', microLoad);
  const said = 'Blocks of 16 tokens are longer than the 12 that the model takes';
  await expect(runJob(lab, 'reinforce', { settings: microSettings })).rejects.toThrow(said);
  const reading = { ...microSettings, readFirst: true };
  await expect(runJob(lab, 'read', { settings: reading })).rejects.toThrow(said);
  await runJob(lab, 'reinforce', { settings: { ...microSettings, blockLength: 12 } });
  await lab.release();
});
