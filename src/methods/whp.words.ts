/** The words of `whp`. */
export const whpWords = {
  en: {
    title: 'Who’s Harry Potter?',
    help: 'Asks a model that never read the text what it would say, and trains on that.',
    settings: {},
  },
  zh: {
    title: 'Who’s Harry Potter?',
    help: '推断一个从未读过该文本的模型会怎么说，并据此训练。',
    settings: {},
  },
} as const;
