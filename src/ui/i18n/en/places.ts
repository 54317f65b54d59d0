/** The places of the page, in the bar. */
export const places = {
  label: 'Places',
  see: 'See it',
  lab: 'Lab',
  review: 'Review',
};
