/** Saved data: projects, their files, and warnings if nothing can be saved. */
export const projects = {
  broken: 'The run up to “{{title}}” was interrupted. Its progress is saved.',
  continue: 'Continue',
  leave: 'Dismiss',
  recovered:
    'The graphics device was lost. The model was reloaded, and the run continued from its last checkpoint.',
  title: 'Projects',
  why: 'A project holds your text, settings, trained models, labels, reviews and reports. It is stored only in this browser.',
  close: 'Close',
  name: 'Name',
  unnamed: 'Project {{id}}',
  open: 'open',
  choose: 'Open',
  create: 'New project',
  duplicate: 'Duplicate',
  copyOf: '{{name}} (copy)',
  export: 'Export',
  import: 'Import a project (.zip)',
  imported: '{{file}} was imported.',
  delete: 'Delete',
  sure: 'Delete permanently',
  keep: 'Keep',
  use: '{{used}} of {{most}} used in this browser.',
  everything: 'Delete everything',
  everythingWhat:
    'Deletes all projects, preferences and files stored for offline use. Export what you want to keep.',
  everythingSure: 'Delete everything now',
  trouble: {
    elsewhere: 'This project is open in another tab. You can work here, but nothing in this tab is saved.',
    free: 'The other tab is closed. Nothing in this tab has been saved: reload to continue from what the other tab saved.',
    deleted: 'Everything was deleted in another tab. This tab has stopped and no longer saves.',
    full: 'Browser storage is full: new work lasts only until the page is closed. Free some space, or export the project.',
    denied:
      'This browser does not allow storage (a private window, perhaps): your work lasts only until the page is closed. Export what you want to keep.',
  },
};
