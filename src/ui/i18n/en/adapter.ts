/** An adapter made elsewhere. */
export const adapter = {
  title: 'Compare with an adapter of your own',
  files: 'adapter_config.json and adapter_model.safetensors, as PEFT saves them',
  help: 'It must be for the loaded model. It answers beside the others and changes none of them; after a reload it is to be opened again.',
  is: '{{name}}: rank {{rank}}, alpha {{alpha}}, on {{targets}}.',
  base: 'Made on {{base}}.',
  same: 'That is the loaded model.',
  other: 'Those are other weights than the loaded ones.',
  reinforce: 'Use it as the reinforced model',
  reinforceHelp: 'The labels then follow from it; the settings take its rank, alpha and projections.',
  close: 'Close it',
  voice: 'Your adapter',
  replaced: 'It is no longer open. Ask again.',
};
