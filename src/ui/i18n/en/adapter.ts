/** An adapter made elsewhere. */
export const adapter = {
  title: 'Compare with an adapter of your own',
  files: 'adapter_config.json and adapter_model.safetensors, as PEFT saves them',
  help: 'It must be for the loaded model. It answers beside the others and changes none of them. This browser keeps it for later visits.',
  is: '{{name}}: rank {{rank}}, alpha {{alpha}}, on {{targets}}.',
  base: 'Made on {{base}}.',
  same: 'That is the loaded model.',
  other: 'Those are other weights than the loaded ones.',
  reinforce: 'Use it as the reinforced model',
  unlearn: 'Use it as the unlearned model',
  useHelp:
    'As reinforced, the labels follow from it; as unlearned, it is asked, measured and evaluated. The settings take its rank, alpha and projections.',
  close: 'Close it',
  kept: 'Kept in this browser for this model',
  open: 'Open',
  delete: 'Delete',
  sure: 'Delete now',
  leave: 'Keep',
  voice: 'Your adapter',
  replaced: 'It is no longer open. Ask again.',
};
