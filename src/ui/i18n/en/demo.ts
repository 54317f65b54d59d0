/** Conference mode: a caption for every scene. */
export const demo = {
  title: 'The story, told by itself',
  hint: 'Press any key or touch the screen to try it yourself.',
  captions: {
    text: 'A small language model has read this saga. It shall forget it, here in the browser.',
    before: 'Before: asked about the saga, it answers from memory.',
    anchors: 'Names that only this text has get ordinary ones in their place.',
    reinforce: 'First it reads the text even more: what grows surer now is what the text taught.',
    label: 'Then, for every word: what would somebody say who never read it?',
    unlearn: 'It trains on those ordinary words instead of the true ones.',
    after: 'After: the same question, to the model that has unlearned.',
    evaluate: 'Did it forget, and only that? The figures say what was lost and what stayed.',
    review: 'Where the machine is unsure, people decide.',
    end: 'All of this can run on this computer. Nothing is sent anywhere.',
  },
};
