/** 会议模式：每一幕的字幕。 */
import type { Translated } from '../translated';
import type { demo as english } from '../en/demo';

export const demo: Translated<typeof english> = {
  title: '自动讲述的故事',
  hint: '按任意键或触摸屏幕，自己来试一试。',
  captions: {
    text: '一个小语言模型读过这部传奇。现在，就在浏览器里，让它忘记。',
    before: '之前：问起传奇，它凭记忆作答。',
    anchors: '只有这段文本才有的名字，换成普通的名字。',
    reinforce: '先让它再多读几遍：此时变得更有把握的，正是这段文本所教的。',
    label: '然后对每个词问：从未读过它的人会怎么说？',
    unlearn: '用这些普通的词代替原来的词来训练。',
    after: '之后：用同样的问题，问已经遗忘的模型。',
    evaluate: '它忘了吗？而且只忘了这些吗？数字说明失去了什么、留下了什么。',
    review: '机器没有把握的地方，由人来决定。',
    end: '这一切都能在这台电脑上运行，不会向任何地方发送任何东西。',
  },
};
