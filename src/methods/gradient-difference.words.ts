/** The words of `gradDiff`. */
import { retainWeightWords } from './retain-weight.words';

export const gradDiffWords = {
  en: {
    title: 'Gradient difference',
    help: 'Climbs the loss on the forget set and descends it on the retain set, at the same time.',
    unlearn: {
      purpose:
        'Train the baseline to find the text unlikely: its loss on the forget set rises, while its loss on everyday text that it should keep falls.',
      tryThis: 'Set the weight of the retain rows to 0, and see how soon everyday text breaks too.',
      why: 'Raising the loss on a text says what not to write, but not what to write instead, so nothing stops it before all language breaks. The retain rows hold the rest in place. Neither labels nor a dictionary are needed.',
    },
    settings: {
      retainWeight: retainWeightWords.en,
    },
  },
  zh: {
    title: '梯度差',
    help: '在遗忘集上增大损失，同时在保留集上减小损失。',
    unlearn: {
      purpose: '训练基线模型，使它觉得这段文本不太可能：遗忘集上的损失上升，应当保留的日常文本上的损失下降。',
      tryThis: '把保留行的权重设为 0，看看日常文本多快也会崩溃。',
      why: '增大一段文本的损失，只说明了不该写什么，没有说明该写什么，因此在语言能力整个崩溃之前，没有什么能让它停下。保留行稳住其余的部分。这种方法既不需要标签，也不需要词典。',
    },
    settings: {
      retainWeight: retainWeightWords.zh,
    },
  },
} as const;
