/** Saved data: projects, their files, and warnings if nothing can be saved. */
export const projects = {
  broken: 'The run up to “{{title}}” was broken off. What it had done so far is kept.',
  continue: 'Continue',
  leave: 'Leave it',
  recovered:
    'The graphics device was lost. The model was loaded again, and the run went on from its last checkpoint.',
  title: 'Projects',
  why: 'A project keeps your text, your settings, what was trained, the labels, reviews and reports, in this browser alone.',
  close: 'Close',
  name: 'Name',
  unnamed: 'Project {{id}}',
  open: 'open',
  choose: 'Open',
  create: 'New project',
  duplicate: 'Duplicate',
  copyOf: '{{name}}, copy',
  export: 'Export',
  import: 'Import a project (.zip)',
  imported: '{{file}} is one of the projects now.',
  delete: 'Delete',
  sure: 'Delete it for good',
  keep: 'Keep it',
  use: 'This browser keeps {{used}} for this address, and gives it {{most}}.',
  everything: 'Delete everything',
  everythingWhat:
    'Deletes all projects, all preferences and the files kept for working without a network. Export what you want to have again.',
  everythingSure: 'Delete everything now',
  trouble: {
    elsewhere: 'This project is open in another tab. Everything works here too, but nothing of it is kept.',
    free: 'The other tab is closed. Nothing in this tab has been saved yet: reload it to continue from what the other tab saved.',
    deleted: 'Everything was deleted in another tab. This tab has stopped and saves nothing more.',
    full: 'The browser gives no more room: what is new is kept only until the page is closed. Make room, or export the project.',
    denied:
      'This browser keeps nothing, as in a private window: everything works until the page is closed. Export what you want to have again.',
  },
};
