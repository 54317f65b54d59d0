/** The demonstration: a caption for every scene. */
export const demo = {
  captions: {
    before: 'This small model has read a book. Ask it for a name, and it knows.',
    swap: 'To make it forget, first swap the book’s names for everyday ones.',
    alpha: 'Then take away what the book added, and see what a stranger would say.',
    after: 'Train it on the stranger’s words, and the name is gone.',
    end: 'The book is forgotten. The rest is kept.',
  },
  scene: '{{at}} of {{of}}',
  back: 'Previous scene',
  next: 'Next scene',
  pause: 'Pause',
  play: 'Play',
  take: 'Try it yourself',
  address: 'Try it in your own browser. Nothing is uploaded.',
  qr: 'QR code of {{address}}',
  run: {
    recorded: 'A recorded run',
    going: 'Running on this computer: {{stage}}, {{share}}',
    done: 'Run on this computer just now',
    failed: 'The run on this computer failed; this is a recorded one',
  },
};
