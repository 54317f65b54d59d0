/** 某个词元为什么得到这个标签。 */
import type { Translated } from '../translated';
import type { inspector as english } from '../en/inspector';

export const inspector: Translated<typeof english> = {
  title: '没读过的人会怎么说？',
  made: '标签：{{variant}}，公式 1 作用于{{space}}，α = {{alpha}}。可选任一词元；移动 α 会立即为整块重新打标签。',
  block: '块（共 {{count}} 块）',
  shadeBy: '着色依据',
  measure: {
    changed: { name: '标签与原文不同', legend: '有下划线：标签不是原文的下一个词元' },
    unsure: { name: '基线没有把握', legend: '下划线越深：基线在替换后的文本上对后文越没有把握' },
    equation1: { name: '被公式 1 改变', legend: '有下划线：在此 α 下，标签不是基线自己的选择' },
  },
  humanLegend: '✎ 标签由人决定',
  next: { name: '下一个名字', changed: '下一处改变', unsure: '下一处无把握' },
  strip: '本块的词元：方向键移动，N、C、U 键跳转',
  after: '在此词元之后：',
  inAnchor: '属于锚定词“{{term}}”',
  noLabel: '没有标签。{{reason}}',
  atAlpha: 'α = {{alpha}} 时的标签：',
  stranger: {
    silent: '文中接着是“{{book}}”；有人决定模型在此什么也不学。',
    same: '文中接着是“{{book}}”，没读过的人也会这么说。',
    keeps: '文中接着是“{{book}}”，没读过的人也会这么说；自 α = {{alpha}} 起，会说“{{word}}”。',
    differs: '文中接着是“{{book}}”；没读过的人会说“{{word}}”。',
    differsFrom: '文中接着是“{{book}}”；没读过的人会说“{{word}}”（自 α = {{alpha}} 起）。',
  },
  legend: {
    before: '基线，读替换后的文本',
    arrow: 'α × 强化所增加的',
    after: '公式 1 的结果',
    flag: '最靠右者胜出，成为标签',
  },
  alphas: '标签随 α 的变化',
  fromAlpha: '自 α = {{alpha}} 起',
  figure: '{{token}} 之后最强候选词元的 logits',
  axis: {
    raw: '原始 logits。',
    logprob: '对数概率。',
  },
  crossedOut: '划掉的词元被禁止，因为替换词已经出现过。',
  absent: '此文件中没有它的另一个 logit',
  asTable: '以表格显示',
  column: { token: '词元', baseline: '基线', reinforced: '强化', relu: 'ReLU 部分', generic: '通用' },
  forbidden: '（被禁止）',
  original: '原文',
  translation: '通用替换后的文本',
  blockTable: '以表格显示本块',
  labelsOfBlock: '本块的标签',
  afterThis: '在此词元之后',
  shouldSay: '模型应当说',
  nothing: '无：{{reason}}',
  byPerson: '无：由人决定',
  reason: {
    anchor: {
      brief: '在锚定词内部',
      full: '它在锚定词内部，而替换词的长度可能不同。',
    },
    repeat: {
      brief: '在重复的锚定词之前',
      full: '接下来是本块中已出现过的锚定词：设标签会教模型再次说出它。',
    },
    context: { brief: '超出上下文', full: '它在替换后文本中的位置超出了模型的上下文。' },
    end: { brief: '块的末尾', full: '它是本块的最后一个词元：后文不在本块中。' },
  },
  save: {
    record: '记录（可再次打开）',
    dataset: '数据集（JSONL）',
    table: '表格（CSV）',
  },
  open: {
    title: '从文件打开标签记录',
    purpose: '以前保存的标签不需要模型也能查看。',
    file: '记录（.safetensors）',
  },
};
