/** The words of `gradDiff`. */
export const gradDiffWords = {
  en: {
    title: 'Gradient difference',
    help: 'Climbs the loss on the forget set and descends it on the retain set, at the same time.',
    settings: {
      retainWeight: {
        name: 'Weight of the retain rows',
        help: 'How much the loss on retain rows counts against that on forget rows.',
      },
    },
  },
  zh: {
    title: '梯度差',
    help: '在遗忘集上增大损失，同时在保留集上减小损失。',
    settings: {
      retainWeight: {
        name: '保留行的权重',
        help: '保留行的损失相对于遗忘行损失的比重。',
      },
    },
  },
} as const;
