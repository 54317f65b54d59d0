/** The words of `equation1`. */
export const equation1Words = {
  en: {
    title: 'Equation 1 at decoding',
    help: 'Combines the baseline and a reinforced model at every token, and trains nothing else.',
    unlearn: {
      purpose:
        'Make the pair of baseline and reinforced model answer together, by equation 1. Nothing is trained, and there is no unlearned adapter to save or export.',
      tryThis: 'Set α to 0, which gives the baseline, and raise it until the names disappear.',
      why: 'Whatever reinforcement made more likely is taken away from every prediction. But the weights still hold the knowledge, which returns as soon as the baseline is asked alone, and every answer costs two passes.',
    },
    settings: {},
  },
  zh: {
    title: '解码时的公式 1',
    help: '在每个词元处结合基线模型与强化模型，此外不训练任何东西。',
    unlearn: {
      purpose: '让基线模型与强化模型按公式 1 共同作答。不进行训练，也没有可保存或导出的遗忘适配器。',
      tryThis: '把 α 设为 0，得到的就是基线模型；再逐步提高，直到名字消失。',
      why: '凡是强化使之更可能的，都从每次预测中减去。但知识仍留在权重里，只要单独询问基线模型就会重现，而且每次作答都要计算两遍。',
    },
    settings: {},
  },
} as const;
