/** Choosing a language model that runs in the tab. */
export const tabModel = {
  suggestedNames:
    'Token classifiers on the Hub that suit, as folders for transformers.js: {{models}} (English; many languages). Any other will do. Texts longer than it reads at a time are read in overlapping windows.',
  suggestedText:
    'Small models on the Hub with folders for transformers.js: {{models}}. The model runs in this tab, and nothing is sent anywhere; small models are poor drafters and judges.',
  folder: 'Folder of the model',
  factsNames: '{{name}} marks names, and reads {{tokens}} tokens at a time.',
  factsText: '{{name}} writes text, and reads {{tokens}} tokens at most.',
  notNames: '{{name}} writes text and marks no names. Choose a token classifier.',
  notText: '{{name}} marks names and writes no text. Choose a causal language model.',
  dtype: 'Number format',
  device: 'Runs on',
  devices: { wasm: 'WASM', webgpu: 'WebGPU' },
};
