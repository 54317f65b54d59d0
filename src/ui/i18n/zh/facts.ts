/** 一次运行改变了什么，以及各阶段展示的结果。 */
import type { Translated } from '../translated';
import type { facts as english } from '../en/facts';

export const facts: Translated<typeof english> = {
  table: '遗忘带来的变化',
  measured: '测量项',
  baseline: '基线',
  unlearned: '遗忘后',
  meaning: '含义',
  names: '文本中的名字',
  namesMeaning: '在名字首次出现处，模型有多期待它。应当下降。',
  perplexity: '日常困惑度',
  perplexityMeaning: '在普通文本中，模型在多少个词之间犹豫。应当不变。',
  labels:
    '{{positions}} 个位置中有 {{supervised}} 个有标签（{{share}}）；{{changed}} 的标签与原文不同，其中公式 1 移动了 {{moved}}。',
  loss: '损失：{{first}} → {{last}}',
  lossWhile: { read: '阅读时的损失', reinforce: '强化时的损失', unlearn: '遗忘时的损失' },
  earlier_other: '灰色：之前的 {{count}} 次运行',
  curve: '曲线与数值',
  step: '步',
  lossColumn: '损失',
  text: {
    chapters_other: '有 {{count}} 章要遗忘。',
    terms_other: '{{count}} 个锚定词（已标记）有通用替换。',
    box: '要遗忘的文本',
    dictionary: '词典',
    term: '锚定词',
    translations: '通用替换',
  },
};
