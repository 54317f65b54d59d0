/** Choosing a language model that runs in the tab. */
export const tabModel = {
  folder: 'Folder of the model',
  factsNames: '{{name}} marks names, and reads {{tokens}} tokens at a time.',
  factsText: '{{name}} writes text, and reads {{tokens}} tokens at most.',
  notNames: '{{name}} writes text and marks no names. Choose a token classifier.',
  notText: '{{name}} marks names and writes no text. Choose a causal language model.',
  dtype: 'Number format',
  device: 'Runs on',
  devices: { wasm: 'WASM', webgpu: 'WebGPU' },
};
