/** The displayed α, and the one used for labels. */
export const alpha = {
  used: 'Labels are made with α = {{alpha}}.',
  use: 'Use this α for the labels',
};
