/** The page that may use the network. */
export const connected = {
  label: 'Network',
  note: 'Connected: this page may use the network.',
  none: 'It has asked no other host.',
  hosts: 'Asked so far: {{hosts}}',
  back: 'Back to the page without network',
};
