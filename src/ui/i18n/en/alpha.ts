/** The α that is looked at, and the one that labels are made with. */
export const alpha = {
  used: 'Labels are made with α = {{alpha}}.',
  use: 'Use this α for the labels',
};
