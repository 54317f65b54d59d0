/** Prompts and tasks of the user’s own, for an evaluation. */
export const ownItems = {
  prompts: {
    title: 'Prompts of your own',
    shape:
      'A list of these as JSON, one a line as JSONL, or CSV with the same columns; the subtlety may be left out.',
    file: 'File of prompts (.json, .jsonl, .csv)',
    used: '{{name}}: {{used}} of {{all}} prompts can be used and are asked instead of the data set’s.',
    unused: '{{name}}: no prompt can be used, so those of the data set are asked.',
    back: 'Ask those of the data set',
  },
  tasks: {
    title: 'Multiple choice of your own',
    shape:
      'One item a line, as Hugging Face’s datasets write ARC, HellaSwag, PIQA, BoolQ, WinoGrande or OpenBookQA to JSONL. Each file is a task; “Everyday tasks” is then the mean of your tasks.',
    files: 'Files of tasks (.jsonl), chosen or dropped here',
    examples: 'Use the examples',
    used: 'Asked before and after, instead of the data set’s tasks:',
    of_one: '{{name}}: {{shown}} item',
    of_other: '{{name}}: {{shown}} items',
    remove: 'Remove',
    removeNamed: 'Remove: {{name}}',
    unused: '{{name}}: no item can be used.',
  },
  rejected: 'What cannot be used',
  line: 'Line {{line}}',
};
