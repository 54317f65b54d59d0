/** Decisions that come from other tools: how to read their files, and what could not be used. */

export const exchange = {
  title: 'Files of other tools',
  tasks: 'Tasks',
  results: 'Results',
  config: 'Labelling config',
  votes: 'Votes',
  texts: 'Typed words',
  golden: 'Known answers',
  read: 'Read a file',
  format: 'Format',
  auto: 'by its name',
  imported:
    '{{name}}: {{items}} new items, {{decisions}} decisions, {{untouched}} untouched, {{cancelled}} cancelled, {{rejected}} not used.',
  rejected: 'Not used',
  untouched: 'Untouched',
  cancelled: 'Cancelled',
  rest: 'and {{count, number}} more',
  unchanged: {
    title: 'Were these lines looked at?',
    why_one:
      '{{count, number}} line of {{name}} has exactly the labels that it was exported with. doccano does not say whether anyone opened it. Nothing has been read yet.',
    why_other:
      '{{count, number}} lines of {{name}} have exactly the labels that they were exported with. doccano does not say whether anyone opened them. Nothing has been read yet.',
    untouched: 'Count them as untouched',
    accepted: 'Count them as accepted',
  },
  mapping: {
    title: 'Which spans are anchor terms?',
    why: '{{name}} has spans under names that are not those of Lethe’s own labelling config. Nothing has been read yet.',
    control: 'Control',
    labels: 'Labels',
    read: 'Read with these',
    without: 'Read without these answers',
  },
};

export const rejected = {
  'broken-row': 'it does not have as many fields as the first row, or a quotation mark is missing',
  unreadable: 'it does not have the shape that the format prescribes',
  'missing-text': 'its text is missing, and no item here has its id',
  'other-text': 'an item with its id is here, but with another text',
  'ambiguous-text': 'it has no id, and several items here have its text',
  'unknown-item': 'no item here has its id',
  'no-annotator': 'it does not say who decided',
  'not-submitted': 'it was not submitted, or it was turned down',
  'wrong-name': 'it belongs to a control that this interface does not have',
  'wrong-type': 'it has another type than its control',
  'unknown-label': 'its label is not one of this task’s',
  'no-texts': 'it is a text, and answers to this task have none',
  offsets: 'its offsets do not lead to its text, neither in UTF-16 units nor in code points',
  'ambiguous-offsets': 'it has no text to tell whether its offsets are UTF-16 units or code points',
  'html-offsets':
    'it is a span of an HTML document (hypertextlabels) without globalOffsets or without its text, so that it has no place in plain text; annotate the text with Labels and Text instead',
  overlap: 'it overlaps another span of the same annotation',
  incomplete: 'it has no answer',
  several: 'it has several answers where one is asked for',
  duplicate: 'the same annotator decided this item earlier in the file',
  superseded: 'the file has a newer answer of the same annotator to this item',
  'already-decided': 'the same annotator decided this item here, otherwise',
  'other-golden': 'another answer is held to be right here',
};
