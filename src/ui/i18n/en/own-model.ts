/** Opening a model of the user’s own. */
export const ownModel = {
  title: 'Your models',
  close: 'Close',
  intro:
    'A folder as Hugging Face lays it out (config.json, tokenizer.json, model.safetensors), or one GGUF file. It is read here and sent nowhere.',
  missing: 'This project used the model {{name}}, which this browser does not have. Open it to go on.',
  pick: 'Open a model',
  files: 'Choose files',
  folder: 'Choose a folder',
  drop: 'or drop them here',
  looking: 'Reading the model…',
  facts:
    '{{family}}, {{parameters}} million parameters, {{size}}. {{vocabulary}} tokens in the vocabulary, texts of up to {{context}} tokens.',
  takes: 'Memory of a run with these settings on WASM, by the bits of the frozen weights:',
  fits: '{{bits}} bits: {{size}} ({{plan}})',
  fitsNot: '{{bits}} bits: does not fit',
  time: 'How long a run takes here is not measured yet.',
  measure: 'Measure it',
  measuring: 'Measuring training steps on two of its layers …',
  takesTime:
    'Training takes {{time}} on WASM here, judging by steps on two layers of this size; labels and evaluation come on top.',
  copies: '{{size}} will be copied into this browser.',
  staysOnDisk:
    'The files stay where they are; nothing is copied. The browser may ask whether this page may read them again.',
  keep: 'Add to your models',
  copying: 'Copying',
  cancel: 'Cancel',
  kept: 'Kept for this page',
  onDisk: 'on your disk',
  inBrowser: 'copied into this browser',
  downloaded: 'downloaded: {{repo}} at commit {{commit}}',
  loaded: 'loaded now',
  delete: 'Delete',
  sure: 'Delete now',
  leave: 'Keep',
  connect: 'Connect…',
  connectWhat:
    'This page cannot reach the network: the browser enforces it. The connected page is the same, but may, and shares your models with this one. There, models come from the Hugging Face Hub, too; what it downloaded is usable here.',
  use: '{{used}} used by this page in this browser, {{free}} free.',
};
