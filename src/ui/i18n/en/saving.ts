/** Saving the model for other programs. */
export const saving = {
  title: 'Save the model',
  why: 'For PEFT and transformers in Python, or to open again here. Each has a card that says what was unlearned and how, with the figures that were measured.',
  choose: 'What to save',
  parts: {
    reinforced: 'Reinforced adapter',
    unlearned: 'Unlearned adapter',
    merged: 'Whole model, unlearned',
    labels: 'Generic labels',
  },
  floats: { title: 'Numbers of the whole model', F16: '16 bits', F32: '32 bits' },
  looking: 'Looking at what there is …',
  none: 'This run has nothing to save yet.',
  save: 'Save as one zip file ({{size}})',
  progress: 'Saving',
  cancel: 'Cancel',
  saved: 'Saved: {{size}}.',
  cancelled: 'Cancelled. No file was saved.',
};
