/** 每项指标的名称和含义。 */
import { RELEARNING_STEPS } from '../../../evaluate/attack-catalogue';
import type { Translated } from '../translated';
import type { metrics as english } from '../en/metrics';

export const metrics: Translated<typeof english> = {
  answers: {
    title: '答对的问题',
    meaning: '关于文本的问题中，有多少用正确的名字回答。',
  },
  sayings: {
    title: '逐字补全的格言',
    meaning: '文本里用普通词句写成的格言，模型能逐字补全多少。',
  },
  names: {
    title: '预期的名字',
    meaning: '在文本中出现名字的位置，模型给这些名字的概率。',
  },
  familiarity: {
    title: '续写熟悉度',
    meaning:
      '续写透露了多少原文：说出名字或细节计 5 分，只露出主题计 1 分，取全部提示的平均。0 表示什么都不剩。',
  },
  probabilityFamiliarity: {
    title: '概率熟悉度',
    meaning: '下一个词是只有读过文本的人才会想到的词，其概率有多大。',
  },
  probability: {
    title: '答案概率',
    meaning: '正确答案的概率，按词元取平均。',
  },
  rougeL: {
    title: 'ROUGE-L 召回率',
    meaning: '真实续文中有多少词被模型按同样的顺序写出。',
  },
  rougeLStemmed: {
    title: 'ROUGE-L 召回率（词干）',
    meaning:
      '真实续文中有多少词被模型按同样的顺序写出；像 OpenUnlearning 那样先取词干，“lamp”和“lamps”算同一个词。',
  },
  exactMemorisation: {
    title: '逐字记忆',
    meaning: '给定真实前文，文本中有多少词元正是模型的首选。',
  },
  extractionStrength: {
    title: '提取强度',
    meaning:
      '给出一段的开头，其余有多大比例能被模型写出；连最后一个词元都写不出时为 0（OpenUnlearning 记为一个词元的比例）。',
  },
  neighbour: {
    title: '其他知识',
    meaning: '关于其他应当保留的内容，模型答对的问题比例。',
  },
  general: {
    title: '日常任务',
    meaning: '关于日常事物的选择题中，模型答对多少。',
  },
  perplexity: {
    title: '日常困惑度',
    meaning: '模型没有训练过的日常文本的困惑度；越低越好。',
  },
  modelUtility: {
    title: '四项综合效用',
    meaning:
      '四个数的调和平均：日常任务、关于其他内容的正确率、这些答案的概率，以及日常文本困惑度的倒数。1 为完美。TOFU 的模型效用平均的是另外九个数。',
  },
  repetition: {
    title: '重复',
    meaning: '续写中有多少四词元片段此前已经出现过。升高说明模型在重复自己。',
  },
  truthRatio: {
    title: '真值比（算术平均）',
    meaning: '错误答案的平均概率与正确答案的概率之比，按 TOFU 论文的定义；1 表示模型分不出来。',
  },
  privLeak: {
    title: '隐私泄露（PrivLeak）',
    meaning:
      '成员攻击的结果与从未读过文本的模型相差多少，以百分比表示。低于 0 说明仍认得文本，高于 0 说明过分回避。',
  },
  truthRatioGeometric: {
    title: '真值比（几何平均）',
    meaning: '像 OpenUnlearning 那样，对错误答案取几何平均的真值比：只要有一个答案极不可能，它就变小。',
  },
  forgetQuality: {
    title: '遗忘质量（算术平均）',
    meaning:
      '对算术真值比与从未读过文本的模型做 Kolmogorov–Smirnov 检验，所得的 p 值。高于 0.05 表示没有显著差异。',
  },
  forgetQualityGeometric: {
    title: '遗忘质量（几何平均）',
    meaning: '对几何真值比做同样的检验，如 OpenUnlearning。高于 0.05 表示没有显著差异。',
  },
  minK: {
    title: 'Min-K 意外度',
    meaning: '文本中模型最意想不到的 40% 词元的平均 −ln p。',
  },
  membershipAuc: {
    title: '成员攻击',
    meaning:
      '仅凭 Min-K 意外度，能在多大程度上把这段文本与未见过的同类文本（例如留出的章节）区分开（ROC 曲线下面积）；0.5 等于瞎猜。',
  },
  klToGold: {
    title: '与参照的距离',
    meaning: '预测与从未读过文本的模型相差多远（平均 KL 散度，单位 nat）。',
  },
  agreementWithGold: {
    title: '与参照一致',
    meaning: '在多少位置上，最可能的下一个词元与从未读过文本的模型相同。',
  },
  paraphrase: {
    title: '换一种说法仍答对',
    meaning: '同样的事实用另外几种说法来问，答对的比例。',
  },
  context: {
    title: '提示中给出线索',
    meaning: '提示先说出这部作品和它的主人公，这时答对的比例。',
  },
  bits4: {
    title: '舍入到 4 位',
    meaning:
      '每个权重只剩十六个取值时，答对的比例：这是同一模型的较小文件，微小的改动可能因此消失。困惑度说明舍入本身的代价。',
  },
  relearning: {
    title: `再学 ${RELEARNING_STEPS} 步`,
    meaning: `用原文中的几句话训练 ${RELEARNING_STEPS} 步之后，再问这些句子没有说到的内容，答对的比例。从未读过的模型答不上来。训练接着遗忘模型自己的适配器进行；参照模型没有适配器，从新的开始。`,
  },
  bits8: {
    title: '舍入到 8 位',
    meaning: '每个权重只剩 256 个取值时，答对的比例。',
  },
  relearningMerged: {
    title: '再学，条件相同',
    meaning: '同上，但两个模型都从新的适配器开始：遗忘模型自己的适配器先并入权重。',
  },
};
