/** 来自其他工具的决定：怎样读取它们的文件，以及哪些内容无法使用。 */
import type { Translated } from '../translated';
import type * as english from '../en/exchange';

export const exchange: Translated<typeof english.exchange> = {
  title: '其他工具的文件',
  tasks: '任务',
  results: '结果',
  config: '标注界面配置',
  votes: '投票',
  texts: '输入的词',
  golden: '已知答案',
  read: '读取文件',
  format: '格式',
  auto: '按文件名判断',
  imported:
    '{{name}}：新增 {{items}} 个条目、{{decisions}} 个决定、{{golden}} 个已知答案；{{untouched}} 项未标注，{{cancelled}} 项已取消，{{rejected}} 项未采用。',
  rejected: '未采用',
  untouched: '未标注',
  cancelled: '已取消',
  rest: '另有 {{count, number}} 项',
  unchanged: {
    title: '这些行有人看过吗？',
    why_other:
      '{{name}} 中有 {{count, number}} 行的标签与导出时完全相同。doccano 不会说明是否有人打开过，尚未读入任何内容。',
    untouched: '视为未标注',
    accepted: '视为已接受',
  },
  mapping: {
    title: '哪些片段是锚定词？',
    why: '{{name}} 中片段所用的名称与 Lethe 的标注界面配置不同，尚未读入任何内容。',
    control: '控件',
    labels: '标签',
    read: '按此读取',
    without: '不采用这些答案，读取其余部分',
  },
};

export const rejected: Translated<typeof english.rejected> = {
  'broken-row': '字段数与首行不一致，或缺少引号',
  unreadable: '不符合该格式规定的结构',
  'missing-text': '缺少文本，且这里没有该编号的条目',
  'other-text': '这里有该编号的条目，但文本不同',
  'ambiguous-text': '没有编号，而这里有多个条目文本相同',
  'unknown-item': '这里没有该编号的条目',
  'no-annotator': '没有说明是谁决定的',
  'not-submitted': '未提交，或被退回',
  'wrong-name': '属于此界面没有的控件',
  'wrong-type': '类型与其控件不符',
  'unknown-label': '标签不属于这项任务',
  'no-texts': '是一段文字，而这项任务的答案不含文字',
  offsets: '按 UTF-16 单元或按码点计算，偏移都对不上文本',
  'ambiguous-offsets': '没有文本，无法判断偏移是 UTF-16 单元还是码点',
  'html-offsets':
    '是 HTML 文档中的片段（hypertextlabels），缺少 globalOffsets 或片段文字，无法对应到纯文本；请改用 Labels 和 Text 控件标注',
  overlap: '与同一标注中的另一片段重叠',
  incomplete: '没有答案',
  several: '只应有一个答案，却有多个',
  duplicate: '同一标注者在文件前面已决定过该条目',
  superseded: '文件中有同一标注者对该条目的更新答案',
  'already-decided': '同一标注者在这里已有不同的决定',
  'other-golden': '这里的已知答案不同',
};
