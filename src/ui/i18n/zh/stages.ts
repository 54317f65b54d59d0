/** 各个阶段：各自的目的、可以尝试什么、为什么有效。 */
import type { Translated } from '../translated';
import type { stages as english } from '../en/stages';

export const stages: Translated<typeof english> = {
  tryThis: '试一试：',
  why: '为什么',
  paper: '论文中的相关段落',
  text: {
    title: '文本',
    passage: '“Introduction”',
    purpose: '要让模型遗忘的内容：一段它知道的文本。',
    tryThis: '先读一页，再在“提问”面板里向基线模型提问。',
    why: '遗忘从一段文本开始，而不是从一张事实清单开始：文本教会的一切都应消失，其余一切都应保留。完美的遗忘是什么样子，由一个没有读过文本的模型来展示：随页面提供的文本有它的参照模型；你自己的文本，则是阅读之前的模型。',
  },
  anchors: {
    title: '锚定词',
    passage: '“Obtaining generic predictions by using anchored terms”',
    purpose: '只有这段文本才有的词，以及每个词的通用替换。基线模型将读到替换之后的文本。',
    tryThis: '删除一个锚定词，重新运行“标签”，找出标签又变回那个名字的位置。',
    why: '模型看到文本中的名字，就会用它对这个名字的记忆来回答；看到一个普通的名字，它无从回忆，只能像从未读过这段文本的读者那样回答。',
  },
  read: {
    title: '阅读',
    passage: '“Introduction”',
    purpose: '用你的文本训练模型，直到它记住。此时的模型就是基线，也就是要去遗忘的模型。',
    tryThis: '在阅读之前和之后，分别让基线模型续写你的某个句子的开头。',
    why: '模型没有读过的文本，它也无从遗忘。论文中的模型早已读过那些书；你自己的文本则要先读。而阅读之前的模型，正是完美遗忘的样子。',
  },
  reinforce: {
    title: '强化',
    passage: '“Obtaining generic predictions via reinforcement bootstrapping”',
    purpose: '用这段文本再训练一下基线模型。强化模型比基线更有把握的地方，正是文本自己在说话。',
    tryThis: '只用十分之一的步数运行，看看公式 1 对标签的改动少了多少。',
    why: '用普通词句写成的格言或游戏规则，没有词典能触及；两个模型之差却可以：训练这段文本所抬高的，正是这段文本所教的。',
  },
  label: {
    title: '标签',
    passage: '“Combining it all together”',
    purpose:
      '问：从未读过这段文本的读者接下来会说什么？基线模型读通用替换后的文本，公式 1 再减去强化模型所期待的部分。',
    tryThis: '固定一个词元，把 α 从 0 移到 20：刻度显示标签在哪里翻转。',
    why: 'v_generic = v_baseline − α·ReLU(v_reinforced − v_baseline)。ReLU 不触碰强化模型没有抬高的部分；α 决定其余部分被压低多少。剩下最强的词元就是通用标签。',
  },
  /** 其余文字在各方法自己的词条里 */
  unlearn: { title: '遗忘' },
  evaluate: {
    title: '评估',
    passage: '“Evaluation methodology”',
    purpose:
      '它忘了吗？而且只忘了这些吗？用同样的问题问遗忘前和遗忘后的模型；如有从未读过该文本的参照模型，也问它。',
    tryThis: '点开一个数字，查看背后的续写，找出一个被规则评错的。',
    why: '如果可以破坏其他一切，遗忘很容易。所以每个关于遗忘的数字旁边都有一个关于能力的数字，如有参照模型，它说明遗忘最多能到哪一步。',
  },
  review: {
    title: '审阅',
    passage: '“Conclusion”',
    purpose: '人可以在三处纠正机器：锚定词、标签、评分。',
    tryThis: '在草拟的词典里拒绝那些日常词，然后重新运行之后的各阶段。',
    why: '机器起草得快，也有它自己的错法：把普通词当成名字，在没有把握时给出糟糕的标签，并且按规则评分。人一眼就能看出来。',
  },
};
