/** 同一个提示交给所有声音。 */
import type { Translated } from '../translated';
import type { ask as english } from '../en/ask';

export const ask: Translated<typeof english> = {
  title: '同时提问',
  prompt: '提示',
  ask: '提问',
  stop: '停止',
  try: '可以试试的提示',
  more: '回答方式',
  temperature: '温度',
  temperatureHelp: '0：总是取最可能的词元。',
  topP: 'Top-p（核采样）',
  seed: '抽样的种子',
  translated: '公式 1：其中的基线读通用替换后的文本',
  goldToo: '参照模型也回答（需另外下载其模型）',
  legend:
    '有底色：提示中没有提到的锚定词。有下划线：模型没有把握的词元；指向它，或用方向键移动，可查看各词元的概率。',
  voices: {
    baseline: '基线',
    reinforced: '强化',
    equation1: '公式 1',
    unlearned: '遗忘后',
    gold: '参照',
  },
  notes: {
    baseline: '刚加载的模型',
    reinforced: '在该文本上继续训练过',
    equation1: '基线与强化模型，在每个词元处结合',
    unlearned: '为遗忘该文本训练过',
    gold: '从未读过该文本',
  },
  untrained: '尚未训练：与基线说得一样',
  recorded: '已录制对 {{prompts}} 条提示的回答。要问别的，请加载模型。',
  goldOff: '从未读过该文本；可在“回答方式”中开启',
  noGold: '该文本没有参照模型。',
  answerOf: '{{voice}}的回答：方向键逐个查看词元',
  leaked: '泄露了：{{terms}}',
  likeliest: '此处最可能的：',
  baselineReads: '其基线读到',
};
