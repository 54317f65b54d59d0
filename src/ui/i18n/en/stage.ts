/** The frame around every stage. */
export const stage = {
  run: 'Run',
  runAgain: 'Run again',
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel',
  progress: '{{title}}: progress',
  count: '{{done}} of {{of}}',
  rate: '{{rate}} tokens/s',
  left: '{{time}} left',
  paused: 'paused',
  done: 'Done in {{time}}.',
  cancelled: 'Cancelled. Nothing was changed.',
  starting: 'Starting…',
  compiling: 'Compiling the graph…',
  translating: 'Translating the text…',
  scoring: 'Measuring what is left…',
};
