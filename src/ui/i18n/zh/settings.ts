/** 每项运行设置的名称和一行说明。 */
import type { Translated } from '../translated';
import type { settings as english } from '../en/settings';

const learningRate = { name: '学习率', help: '最大值，即第一步的值。' };
const batch = { name: '批量', help: '每个训练步中块的数量。' };
const schedule = {
  name: '学习率变化方式',
  help: '学习率如何随步数变化。',
  options: {
    linear: { name: '线性', help: '均匀下降。' },
    cosine: { name: '余弦', help: '先慢，后快，再慢地下降。' },
    constant: { name: '恒定', help: '保持不变。' },
  },
};

export const settings: Translated<typeof english> = {
  method: { name: '方法', help: '模型以何种方式遗忘文本。' },
  seed: { name: '种子', help: '决定所有随机选择：相同的种子得到相同的结果。' },
  plan: {
    name: '方案',
    help: '模型如何运行。结果只在末几位数字上不同。',
    options: {
      auto: { name: '自动（按内存）', help: '整个模型占用不超过 2 GB 时一次运行，否则逐层运行。' },
      whole: { name: '整个模型', help: '所有层用一个计算图：较快，但占用内存较多。' },
      layered: { name: '逐层', help: '各层依次共用一个计算图：占用内存较少，但较慢。RMU 不能使用。' },
    },
  },
  weightBits: {
    name: '冻结权重',
    help: '所加载模型每个权重的位数。位数越少，占用内存越少，但会改变模型所知；适配器保持 32 位。',
    options: {
      32: { name: '32 位', help: '与加载时相同。' },
      16: { name: '16 位', help: '内存减半；若文件本身就是 16 位，则完全相同。并非所有显卡都支持。' },
      8: { name: '8 位', help: '约占三分之一的内存，几乎没有差别。' },
      4: { name: '4 位', help: '约占五分之一的内存；请比较训练前的困惑度。' },
    },
  },
  blockLength: { name: '块长', help: '每块的词元数；块是训练和标注的单位。' },
  remainder: {
    name: '填不满一块的末尾词元',
    help: '文本被切成等长的块。',
    options: {
      pad: { name: '保留', help: '成为一个较短的块并补齐；补齐的部分从不用于训练。' },
      drop: { name: '丢弃', help: '与发布的代码相同。' },
    },
  },
  loraRank: { name: '秩', help: '适配器的宽度：它能改变多少。' },
  loraLoraAlpha: { name: 'LoRA alpha 系数', help: '适配器的更新按此值除以秩来缩放。' },
  loraTargets: { name: '适配的层', help: '适配器所改变的投影。' },
  readFirst: {
    name: '先让模型读你的文本',
    help: '先用这段文本训练模型，直到它记住为止；此后的一切都以这个模型为基线。关闭：可能没有什么可遗忘。',
  },
  readSteps: { name: '步数', help: '步数越多，记得越牢。较长的文本需要更多步。' },
  readBatch: batch,
  readLearningRate: learningRate,
  readSchedule: schedule,
  readRetainShare: {
    name: '保留比例',
    help: '每批中日常文本所占的比例，使阅读不损害模型的其他能力。',
  },
  reinforceSteps: { name: '步数', help: '步数越多，强化模型说话越像这段文本。' },
  reinforceBatch: batch,
  reinforceLearningRate: learningRate,
  reinforceSchedule: schedule,
  alpha: { name: 'v = b − α·ReLU(r − b) 中的 α', help: '公式 1 压低文本所教内容的力度；论文中为 5。' },
  logitSpace: {
    name: '公式 1 的取值空间',
    help: '公式 1 相减的数值。',
    options: {
      raw: {
        name: '原始 logits',
        help: '与论文相同。它们在每个位置带有一个常数：softmax 会忽略它，ReLU 不会。',
      },
      logprob: {
        name: '对数概率',
        help: '先把两个模型归一化，基线模型在应用禁止规则之后。会有更多标签被改变。',
      },
    },
  },
  reinforced: { name: '减去强化模型', help: '关闭：公式 1 没有可减的内容，等同于 α = 0。' },
  anchors: { name: '替换锚定词', help: '关闭：基线模型直接阅读原文。' },
  matchRule: {
    name: '多个锚定词同时匹配时取',
    help: '只替换其中一个。',
    options: {
      longest: { name: '最长的', help: '“Harry Potter”优先于“Harry”，与词典中的次序无关。' },
      first: { name: '词典中最先的', help: '与论文作者发布的代码相同。' },
    },
  },
  wordBoundary: {
    name: '只匹配完整的词',
    help: '较长的词内部的锚定词不算匹配。关闭则与发布的代码相同。',
  },
  translationDraw: {
    name: '每块抽取一个替换词的单位',
    help: '有多个替换词的锚定词随机取其中一个。',
    options: {
      term: { name: '每个锚定词', help: '同一块中，一个名字始终用同一个替换词。' },
      spelling: {
        name: '锚定词的每种写法',
        help: '与发布的代码相同：同一块中一个名字可能有两个替换词。仅供比较。',
      },
      entity: { name: '每个实体', help: '互相包含的词（如“Harry”与“Harry Potter”）一起抽取。' },
    },
  },
  maskRepeats: { name: '重复的锚定词之前不设标签', help: '否则会教模型再次说出这个锚定词。' },
  forbid: { name: '替换词出现后禁止再用', help: '它们的首个词元改取平均 logit，标签便不会重复它们。' },
  forbidFrom: {
    name: '从何处开始禁止',
    help: '从替换词的首个词元所在位置算起。',
    options: {
      emitted: { name: '下一个预测', help: '紧接替换词之后的标签也不会重复它的首个词元。' },
      following: {
        name: '再下一个预测',
        help: '与发布的代码相同，“论文”预设也如此。紧接替换词之后的少数标签会重复它。',
      },
    },
  },
  repeatedSentences: {
    name: '遗忘重复的句子',
    help: '是否同时遗忘文本中逐字重复的句子：它们不含锚定词，词典覆盖不到。',
  },
  chosenBlocks: { name: '块数', help: '标注并训练多少个块：优先选择锚定词与重复句子最多的块。' },
  softLabels: {
    name: '软标签',
    help: '用最强的十个词元及其概率来训练。关闭：只用最强的一个，与论文相同。',
  },
  unlearnSteps: { name: '步数', help: '步数越多，忘得越多，也可能破坏越多。' },
  unlearnBatch: batch,
  unlearnLearningRate: learningRate,
  unlearnSchedule: schedule,
  unlearnRetainShare: { name: '保留比例', help: '每批中应保留的真实文本所占的比例。' },
};
