/** 文本如何替换，标签如何产生。 */
import type { Translated } from '../translated';
import type { rules as english } from '../en/rules';

export const rules: Translated<typeof english> = {
  matchRule: {
    name: '多个锚定词同时匹配时取',
    longest: { name: '最长的', help: '“Harry Potter”优先于“Harry”，与词典中的次序无关。' },
    first: { name: '词典中最先的', help: '与论文作者发布的代码相同。' },
  },
  draw: {
    name: '每块抽取一个替换词的单位',
    term: { name: '每个锚定词', help: '同一块中，一个名字始终用同一个替换词。' },
    spelling: {
      name: '锚定词的每种写法',
      help: '与发布的代码相同：同一块中一个名字可能有两个替换词。仅供比较。',
    },
    entity: { name: '每个实体', help: '互相包含的词（如“Harry”与“Harry Potter”）一起抽取。' },
  },
  remainder: {
    name: '填不满一块的末尾词元',
    pad: { name: '保留', help: '成为一个较短的块并补齐；补齐的部分从不用于训练。' },
    drop: { name: '丢弃', help: '与发布的代码相同。' },
  },
  wordBoundary: {
    name: '只匹配完整的词',
    help: '较长的词内部的锚定词不算匹配。关闭则与发布的代码相同。',
  },
  maskRepeats: {
    name: '重复的锚定词之前不设标签',
    help: '否则会教模型再次说出这个锚定词。',
  },
  alpha: {
    name: 'α',
    help: 'v = b − α·ReLU(r − b) 压低文本所教内容的力度；论文中为 5。',
  },
  logitSpace: {
    name: '公式 1 作用于',
    raw: {
      name: '原始 logits',
      help: '与论文相同。它们在每个位置带有一个常数：softmax 会忽略它，ReLU 不会。',
    },
    logprob: {
      name: '对数概率',
      help: '先把两个模型归一化，基线模型在应用禁止规则之后。会有更多标签被改变。',
    },
  },
  anchors: { name: '替换锚定词', help: '关闭：基线模型直接阅读原文。' },
  reinforced: { name: '减去强化模型', help: '关闭：公式 1 没有可减的内容，等同于 α = 0。' },
  forbid: {
    name: '替换词出现后禁止再用',
    help: '它们的首个词元改取平均 logit，标签便不会重复它们。',
  },
  softLabels: {
    name: '软标签',
    help: '用最强的十个词元及其概率来训练。关闭：只用最强的一个，与论文相同。',
  },
  variant: '当前运行的方法称为',
  variants: {
    paper: { name: '论文方法', help: '锚定词加强化模型。' },
    'anchors-only': { name: '仅锚定词', help: '只用词典，不用强化模型。' },
    'reinforced-only': { name: '仅强化模型', help: '直接在原文上应用公式 1，不用词典。' },
    neither: { name: '两者皆无', help: '基线模型在原文上自己的选择；不应有任何遗忘。' },
  },
  alphas: {
    title: '同时看多个 α',
    list: 'α 的取值',
    changed: '与原文不同的标签',
    moved: '被公式 1 改变的标签',
    show: '查看',
    shown: '当前查看',
  },
};
