/** The words of the setting `retainWeight`, which several methods have. */
export const retainWeightWords = {
  en: {
    name: 'Weight of the retain rows',
    help: 'How much the loss on retain rows counts against that on forget rows.',
  },
  zh: { name: '保留行的权重', help: '保留行的损失相对于遗忘行损失的比重。' },
} as const;
