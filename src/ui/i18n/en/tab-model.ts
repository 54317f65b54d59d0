/** Choosing a language model that runs in the tab. */
export const tabModel = {
  suggestedNames:
    'Token classifiers on the Hub that suit, as folders for transformers.js: {{models}} (English; many languages). Any other will do; the connected page downloads them. Texts longer than it reads at a time are read in overlapping windows.',
  suggestedText:
    'Small models on the Hub with folders for transformers.js: {{models}}; the connected page downloads them. The model runs in this tab, and nothing is sent anywhere; small models are poor drafters and judges.',
  model: 'Model in the tab',
  folder: 'Folder of the model',
  drop: 'or drop it here',
  keep: 'Keep it in this browser',
  kept: 'Models kept in this browser',
  use: 'Use',
  findsNames: 'It marks names, and reads {{tokens}} tokens at a time. {{size}}.',
  writesText: 'It writes text, and reads {{tokens}} tokens at most. {{size}}.',
  wanted: { names: 'Here a token classifier is needed.', text: 'Here a causal language model is needed.' },
  factsNames: '{{name}} marks names, and reads {{tokens}} tokens at a time.',
  factsText: '{{name}} writes text, and reads {{tokens}} tokens at most.',
  notNames: '{{name}} writes text and marks no names. Choose a token classifier.',
  notText: '{{name}} marks names and writes no text. Choose a causal language model.',
  dtype: 'Number format',
  device: 'Runs on',
  devices: { wasm: 'WASM', webgpu: 'WebGPU' },
  lacks: {
    webgpu: 'There is no WebGPU here. The model runs on WASM.',
    halves:
      'In {{dtype}} it does not run on WebGPU here: this graphics card does not compute with numbers of 16 bits (shader-f16). It runs on WASM; q4, q8 and fp32 run on both.',
  },
};
