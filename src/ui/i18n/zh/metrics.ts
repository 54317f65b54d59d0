/** 每项指标的名称、含义和理想值。 */
import type { Translated } from '../translated';
import type { metrics as english } from '../en/metrics';

export const metrics: Translated<typeof english> = {
  familiarity: {
    title: '续写熟悉度',
    meaning: '模型续写时露出多少原文：说出名字或细节计 5 分，只露出主题计 1 分。',
    good: '降到参照模型的水平；0 表示完全没有。',
  },
  answers: {
    title: '答对的问题',
    meaning: '关于文本的问题中，有多少用正确的名字回答。',
    good: '降到参照模型的水平。',
  },
  sayings: {
    title: '格言',
    meaning: '文本里用普通词句写成的格言，模型能逐字补全多少。',
    good: '降到参照模型的水平。',
  },
  probabilityFamiliarity: {
    title: '概率熟悉度',
    meaning: '下一个词是只有读过文本的人才会期待的词，其概率有多大。',
    good: '降到参照模型的水平。',
  },
  names: {
    title: '名字',
    meaning: '在文本中出现名字的位置，模型有多期待它们。',
    good: '降到参照模型的水平。',
  },
  general: {
    title: '一般能力',
    meaning: '日常选择题中，模型答对多少。',
    good: '保持之前的水平。',
  },
  neighbour: {
    title: '相邻传奇',
    meaning: '关于另一段相似而应保留的文本，模型还能回答多少问题。',
    good: '保持之前的水平。',
  },
  perplexity: {
    title: '日常困惑度',
    meaning: '在没有读过的日常文本中，模型平均在多少个词之间犹豫。',
    good: '保持之前的水平；越高越差。',
  },
  probability: {
    title: '答案概率',
    meaning: '文本自己的答案对模型来说有多大概率（按词元计）。',
    good: '降到参照模型的水平。',
  },
  rougeL: {
    title: 'ROUGE-L 召回率',
    meaning: '真实续文中有多少词被模型按同样的顺序写出。',
    good: '降到参照模型的水平。',
  },
  rougeLStemmed: {
    title: 'ROUGE-L 召回率（词干）',
    meaning: '同上，但像 OpenUnlearning 那样先取词干：“lamp”和“lamps”算同一个词。',
    good: '降到参照模型的水平。',
  },
  truthRatio: {
    title: '真值比（算术平均）',
    meaning: '错误答案的平均概率相对于正确答案的概率，按 TOFU 论文的定义：1 表示模型分不出来。',
    good: '接近 1，如同从未读过文本的模型。',
  },
  truthRatioGeometric: {
    title: '真值比（几何平均）',
    meaning: '同上，但像 OpenUnlearning 那样对错误答案取几何平均：只要有一个答案极不可能，它就变小。',
    good: '接近 1，如同从未读过文本的模型。',
  },
  forgetQuality: {
    title: '遗忘质量（算术平均）',
    meaning: '假如两个模型同样不知情，它们的算术真值比出现这么大差异的概率。',
    good: '高于 0.05：两者无法区分。',
  },
  forgetQualityGeometric: {
    title: '遗忘质量（几何平均）',
    meaning: '同样的检验，用 OpenUnlearning 的几何真值比。',
    good: '高于 0.05：两者无法区分。',
  },
  modelUtility: {
    title: '模型效用（选择题、相邻传奇、日常文本）',
    meaning:
      '四个数的调和平均：选择题、相邻传奇的正确率、其答案的概率，以及日常文本困惑度的倒数。TOFU 的模型效用平均的是另外九个数。',
    good: '保持之前的水平；1 为完美。',
  },
  exactMemorisation: {
    title: '逐字记忆',
    meaning: '给定真实前文，文本中有多少词元正是模型最期待的。',
    good: '降到参照模型的水平。',
  },
  extractionStrength: {
    title: '提取强度',
    meaning:
      '给出一段的开头，其余有多大比例会自动接上；连最后一个词元都接不上时为 0（OpenUnlearning 记为一个词元的比例）。',
    good: '降到参照模型的水平。',
  },
  minK: {
    title: 'Min-K 意外度',
    meaning: '对文本中最不被期待的 40% 词元，模型有多意外。',
    good: '升到参照模型的水平。',
  },
  membershipAuc: {
    title: '成员攻击',
    meaning: '仅凭意外度，有多大机会把这段文本与从未读过的同类文本（例如留出的章节）区分开。',
    good: '接近参照模型；0.5 等于瞎猜。',
  },
  privLeak: {
    title: '隐私泄露',
    meaning: '与从未读过文本的模型相比，攻击多得到多少，以百分比表示。',
    good: '接近 0；低于 0 说明仍认得文本，高于 0 说明过分回避。',
  },
  klToGold: {
    title: '与参照的距离',
    meaning: '预测与从未读过文本的模型相差多远（平均 KL 散度，单位 nat）。',
    good: '接近 0。',
  },
  agreementWithGold: {
    title: '与参照一致',
    meaning: '最可能的下一个词元，有多少与从未读过文本的模型相同。',
    good: '接近 1。',
  },
  repetition: {
    title: '重复',
    meaning: '续写中有多少四词片段此前已经说过。',
    good: '保持很低；升高说明模型在原地打转。',
  },
};
