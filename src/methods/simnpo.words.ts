/** The words of `simNpo`. */
import { retainWeightWords } from './retain-weight.words';

export const simNpoWords = {
  en: {
    title: 'SimNPO',
    help: 'Like NPO, but measures each text by its mean loss per token instead of against the baseline.',
    unlearn: {
      purpose:
        'Train the baseline to have a high mean loss per token on each block of the text, and to stop pushing once it does, while the retain rows stay as they are.',
      tryThis: 'Raise γ, and see the forgetting go further before it slows down.',
      why: 'NPO measures against the baseline, so a block that the baseline hardly knew is pushed as hard as one it knew by heart. Without a reference, effort goes where the text is still likely, and no reference has to be computed.',
    },
    settings: {
      beta: { name: 'β', help: 'How soon it slows down.' },
      gamma: { name: 'γ', help: 'The mean loss per token that counts as forgotten.' },
      retainWeight: retainWeightWords.en,
    },
  },
  zh: {
    title: 'SimNPO',
    help: '与 NPO 类似，但以每个词元的平均损失衡量文本，不与基线模型比较。',
    unlearn: {
      purpose: '训练基线模型，使文本每一块的词元平均损失变高，达到后便不再推动；保留行维持原样。',
      tryThis: '提高 γ，看遗忘在放缓之前能走多远。',
      why: 'NPO 以基线模型为参照，因此基线几乎不了解的块和它烂熟于心的块受到同样的推动。去掉参照之后，力气用在文本仍然很可能出现的地方，也不必计算参照概率。',
    },
    settings: {
      beta: { name: 'β', help: '放缓的快慢。' },
      gamma: { name: 'γ', help: '每个词元的平均损失达到多少即视为已遗忘。' },
      retainWeight: retainWeightWords.zh,
    },
  },
} as const;
