/** What the browser keeps: projects, their files, and what to do when it keeps nothing. */
export const projects = {
  broken: 'The run up to “{{title}}” was broken off. What it had done so far is kept.',
  continue: 'Continue',
  leave: 'Leave it',
};
