/** Files of annotation tools: how to read them, and what could not be used. */

export const exchange = {
  title: 'Import and export',
  tasks: 'Tasks',
  results: 'Results',
  config: 'Labelling config',
  votes: 'Votes',
  texts: 'Typed answers',
  golden: 'Known answers',
  read: 'Import a file',
  format: 'Format',
  auto: 'detect',
  imported:
    '{{name}}: {{items}} new items, {{decisions}} decisions, {{golden}} known answers, {{untouched}} untouched, {{cancelled}} cancelled, {{rejected}} not used.',
  rejected: 'Not used',
  untouched: 'Untouched',
  cancelled: 'Cancelled',
  rest: 'and {{count, number}} more',
  unchanged: {
    title: 'Were these lines reviewed?',
    why_one:
      '{{count, number}} line of {{name}} still has the labels it was exported with. doccano does not record whether anyone opened it. Nothing has been imported yet.',
    why_other:
      '{{count, number}} lines of {{name}} still have the labels they were exported with. doccano does not record whether anyone opened them. Nothing has been imported yet.',
    untouched: 'Count them as untouched',
    accepted: 'Count them as accepted',
  },
  mapping: {
    title: 'Which spans are anchor terms?',
    why: '{{name}} uses control or label names that are not in Lethe’s labelling config. Nothing has been imported yet.',
    control: 'Control',
    labels: 'Labels',
    read: 'Import with these',
    without: 'Import without these answers',
  },
};

export const rejected = {
  'broken-row': 'its number of fields differs from the first row, or a quotation mark is missing',
  unreadable: 'it is not in the expected format',
  'missing-text': 'its text is missing and its id is unknown here',
  'other-text': 'the item with its id has a different text here',
  'ambiguous-text': 'it has no id, and several items here share its text',
  'unknown-item': 'its id is unknown here',
  'no-annotator': 'it does not name its annotator',
  'not-submitted': 'it was not submitted, or it was rejected',
  'wrong-name': 'its control does not exist in this review',
  'wrong-type': 'its type differs from that of its control',
  'unknown-label': 'its label does not exist in this task',
  'no-texts': 'it is a text, but this task takes no texts',
  offsets: 'its offsets do not match its text, neither as UTF-16 units nor as code points',
  'ambiguous-offsets': 'without its text it is unclear whether its offsets are UTF-16 units or code points',
  'html-offsets':
    'it is a span in HTML (hypertextlabels) without globalOffsets or text, so its place in the plain text is unknown; annotate with Labels and Text instead',
  overlap: 'it overlaps another span of the same annotation',
  incomplete: 'it has no answer',
  several: 'it has several answers, but only one is allowed',
  duplicate: 'the same annotator already decided this item in this file',
  superseded: 'the file holds a newer answer by the same annotator',
  'already-decided': 'the same annotator already decided this item differently here',
  'other-golden': 'a different known answer is set here',
};
