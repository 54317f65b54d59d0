/** Finding names with a language model in the tab. */
export const namesModel = {
  intro:
    'A model that was trained to mark the names of people, places and things reads the text here, in this tab. Its folder stays where it is, and nothing is sent anywhere.',
  find: 'Find names',
  stop: 'Stop',
  opening: 'Opening the model: {{done}} of {{of}}',
  reading: 'Reading: passage {{done}} of {{of}}',
  found_one: '{{count}} name found.',
  found_other: '{{count}} names found.',
  how: 'Into the dictionary',
  combinations: { union: 'what either found', intersection: 'what both found' },
};
