/** The words of `taskVector`. */
export const taskVectorWords = {
  en: {
    title: 'Task vector',
    help: 'Fine-tunes on the forget set, and then takes the change of the weights away from the baseline instead of adding it.',
    unlearn: {
      purpose:
        'Subtract from the baseline, λ times over, what reinforcement added to it. Nothing is trained.',
      tryThis: 'Raise λ step by step, and look for the point where everyday text breaks.',
      why: 'What fine-tuning on a text adds to the weights points towards that text, so the opposite direction leads away from it. But the direction also holds what the text shares with other language, and nothing protects that.',
    },
    settings: {
      scale: { name: 'λ', help: 'How many times the change is subtracted; 0 leaves the baseline as it is.' },
    },
  },
  zh: {
    title: '任务向量',
    help: '先在遗忘集上微调，再从基线模型中减去而不是加上权重的变化。',
    unlearn: {
      purpose: '把强化适配器反过来：从基线模型中减去 λ 倍的强化增量。不进行任何训练。',
      tryThis: '逐步增大 λ，找出日常文本开始崩溃的位置。',
      why: '在一段文本上微调给权重带来的变化指向这段文本，因此相反的方向就是远离它。但这个方向也包含该文本与其他语言共有的部分，而这一部分没有任何保护。',
    },
    settings: {
      scale: { name: 'λ', help: '减去变化的倍数；0 表示基线模型保持不变。' },
    },
  },
} as const;
