/** The words of `rmu`. */
export const rmuWords = {
  en: {
    title: 'RMU',
    help: 'Scrambles what one layer makes of the text, and keeps what it makes of the retain set.',
    unlearn: {
      purpose:
        'Train the baseline so that one layer gives a random direction for the text, and what it gave before for the retain rows.',
      tryThis:
        'Raise the steering coefficient, and ask the model about the text: does it still write sentences?',
      why: 'The layers after it expect something that makes sense; on the text they now get none. Neither labels nor a dictionary are needed, but nothing tells the model what to write instead.',
    },
    settings: {
      layer: {
        name: 'Layer',
        help: 'The layer whose output is steered; the last one if the model has fewer.',
      },
      steering: {
        name: 'Steering coefficient',
        help: 'The length of the random vector that the text is steered to.',
      },
      retainWeight: {
        name: 'Weight of the retain rows',
        help: 'How firmly the retain set is held where the baseline has it.',
      },
    },
  },
  zh: {
    title: 'RMU',
    help: '打乱某一层对该文本的表示，同时保持它对保留集的表示。',
    unlearn: {
      purpose: '训练基线模型，使某一层对该文本给出一个随机方向，而对保留行给出与原来相同的表示。',
      tryThis: '提高引导系数，再向模型问起这段文本：它还能写出句子吗？',
      why: '后面的层需要有意义的输入，而在这段文本上已经得不到。这种方法既不需要标签，也不需要词典，但没有什么告诉模型该写什么。',
    },
    settings: {
      layer: { name: '层', help: '被引导的层；模型层数不足时取最后一层。' },
      steering: { name: '引导系数', help: '文本被引向的随机向量的长度。' },
      retainWeight: { name: '保留行的权重', help: '保留集的表示在多大程度上维持基线模型的原样。' },
    },
  },
} as const;
