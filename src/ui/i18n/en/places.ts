/** The places of the page, in the bar. */
export const places = {
  label: 'Places',
  see: 'See it',
  how: 'How it works',
  lab: 'Lab',
  runs: 'Runs',
  review: 'Review',
};
