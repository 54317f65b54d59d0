/** The words of `npo`. */
import { retainWeightWords } from './retain-weight.words';

export const npoWords = {
  en: {
    title: 'NPO',
    help: 'Makes the text less likely than the baseline does, and slows down as it gets there.',
    unlearn: {
      purpose:
        'Train the baseline to find the text less likely than before, and to stop pushing once it does, while the retain rows stay as they are.',
      tryThis:
        'Lower β to 0.01, so that it becomes gradient ascent, and compare the perplexity of everyday text.',
      why: 'The gradient of each block fades as the model moves away from the baseline on it. So a block that is forgotten already is left alone, and collapse comes far later than with gradient ascent.',
    },
    settings: {
      beta: {
        name: 'β',
        help: 'How soon it slows down; close to 0 it is gradient ascent.',
      },
      retainWeight: retainWeightWords.en,
    },
  },
  zh: {
    title: 'NPO',
    help: '使文本的概率低于基线模型，达到后逐渐放缓。',
    unlearn: {
      purpose: '训练基线模型，使它觉得这段文本比原先更不可能，达到后便不再推动；保留行维持原样。',
      tryThis: '把 β 降到 0.01，使它变成梯度上升，然后比较日常文本的困惑度。',
      why: '模型在某个文本块上离基线越远，该块的梯度就越小。已经遗忘的块因此不再受影响，崩溃也比梯度上升来得晚得多。',
    },
    settings: {
      beta: { name: 'β', help: '放缓的快慢；接近 0 时等同于梯度上升。' },
      retainWeight: retainWeightWords.zh,
    },
  },
} as const;
