/** 给第一次来的人的提示。 */
import type { Translated } from '../translated';
import type { tour as english } from '../en/tour';

export const tour: Translated<typeof english> = {
  title: '接下来试什么',
  at: '{{at}} / {{of}}',
  dismiss: '不再提示',
  bringBack: '显示提示',
  hints: {
    anchors: '你看到的是一次录制的运行。打开“锚定词”，找一找传奇中某个人物的名字。',
    labels: '打开“标签”，固定一个标签被改变的词元，条形图会说明原因。',
    load: '现在自己运行：加载模型。没有任何内容离开这个浏览器。',
    ask: '问模型一个关于传奇的问题，例如建议的提示之一。',
    reinforce: '运行“强化”，看模型重读传奇时损失如何下降。',
    label: '运行“标签”，然后移动 α，看哪些标签会翻转。',
    unlearn: '运行“遗忘”：模型学习的是标签，而不是原文。',
    askAgain: '再问一次同样的问题，比较答案。',
    evaluate: '运行“评估”：它忘了吗？而且只忘了这些吗？',
  },
};
