/** The words of `whp`. */
export const whpWords = {
  en: {
    title: 'Who’s Harry Potter?',
    help: 'Asks a model that never read the text what it would say, and trains on that.',
    unlearn: {
      purpose:
        'Train the baseline on the original text with the generic labels, mixed with everyday text that it should keep.',
      tryThis:
        'Set the retain share to 0, as the paper did, and compare what happens to what it should keep.',
      why: 'Only the labels changed, not the text: the model learns to go on in an ordinary way where it used to recall. The adapter is small, so the change can be taken off again.',
    },
    settings: {
      unlikelihood: {
        name: 'Unlikelihood',
        help: 'How strongly the true tokens of anchor terms and repeated sentences are pushed down, beside learning the generic labels; 0 leaves this out, as in the paper.',
      },
      unchangedWeight: {
        name: 'Weight of unchanged positions',
        help: 'How much a position counts whose generic label is what the reinforced model says anyway; 1 counts all alike, as in the paper.',
      },
    },
  },
  zh: {
    title: 'Who’s Harry Potter?',
    help: '推断一个从未读过该文本的模型会怎么说，并据此训练。',
    unlearn: {
      purpose: '用通用标签在原文上训练基线模型，并混入应当保留的日常文本。',
      tryThis: '像论文那样把保留比例设为 0，比较它本应保留的内容会发生什么。',
      why: '改变的只是标签，不是文本：在过去会回忆的地方，模型学会用平常的方式继续。适配器很小，所以这一改变可以随时撤下。',
    },
    settings: {
      unlikelihood: {
        name: '反似然权重',
        help: '在学习通用标签的同时，以多大力度压低锚定词与重复句子的原有词元；0 表示不用，与论文一致。',
      },
      unchangedWeight: {
        name: '未变位置的权重',
        help: '通用标签与强化模型的预测相同的位置占多大权重；1 表示一视同仁，与论文一致。',
      },
    },
  },
} as const;
