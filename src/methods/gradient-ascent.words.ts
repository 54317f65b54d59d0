/** The words of `gradAscent`. */
export const gradAscentWords = {
  en: {
    title: 'Gradient ascent',
    help: 'Climbs the loss on the forget set. Nothing holds the rest of the model in place.',
    unlearn: {
      purpose:
        'Train the baseline to find the text unlikely: its loss on the forget set rises. Nothing else is trained.',
      tryThis: 'Double the steps, and watch everyday text break.',
      why: 'The loss of a text has no upper bound, so ascent never arrives: it goes on breaking what the text shares with all other language. It shows what every other method has to prevent.',
    },
    settings: {},
  },
  zh: {
    title: '梯度上升',
    help: '在遗忘集上增大损失，不对模型的其他能力加以保护。',
    unlearn: {
      purpose: '训练基线模型，使它觉得这段文本不太可能：遗忘集上的损失上升，除此之外什么也不训练。',
      tryThis: '把步数加倍，看日常文本如何崩溃。',
      why: '一段文本的损失没有上限，因此上升没有终点：它会继续破坏这段文本与其他语言共有的部分。其他方法都必须防止的，正是这一点。',
    },
    settings: {},
  },
} as const;
