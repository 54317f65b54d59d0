/** 原理：用六幕讲清这个方法。 */
import type { Translated } from '../translated';
import type { how as english } from '../en/how';

export const how: Translated<typeof english> = {
  title: '模型怎样忘掉一本书',
  lead: '共六幕，图中都是本页这个小模型一次录制运行的真实数据，每张图都可以动手拨一拨。',
  method: '方法出自“Who’s Harry Potter? Approximate Unlearning in LLMs”（Eldan 与 Russinovich，2023）。',
  where: '论文中：{{where}}。',
  reinforce: {
    title: '再读一遍',
    text: '模型的哪些词来自这本书？要找出来，就让它的一个副本再多读几遍这本书。副本更加确信的词，正是书教给它的。',
    where: '第 2.1 节，强化模型',
    asked: '提问对象',
    baseline: '原来的模型',
    reinforced: '多读了几遍的副本',
  },
  swap: {
    title: '替换名字',
    text: '名字最容易泄露一本书。所以只属于这本书的每个名字都换成一个平常的名字，让未经改动的模型去读一个陌生人的故事。点一个名字，或拖动滑块。',
    where: '第 2.2 节，锚定词',
    slider: '已替换的名字',
    count: '{{count}} / {{of}}',
  },
  equation: {
    title: '减去书所增加的',
    text: '两个模型为下一个词打分：b 来自读了陌生人故事的模型，r 来自又读了原书的副本。r 更高的地方，就是书在说话。公式 1 把这部分增量乘以 α 减去，其他的词都不动。',
    where: '第 2.1 节，公式 1',
    context: '书的下文是',
    lead: '拖动 α：书里的词一步步后退，直到另一个词领先。',
    table: '下一个词的分数',
    word: '词',
    score: '得分',
    label: '标签',
    book: 'α = {{alpha}} 时，最强的仍是书里的词：{{label}}。',
    other: 'α = {{alpha}} 时，最强的词是 {{label}}：局外人会这样写。',
  },
  labels: {
    title: '每个词一个标签',
    text: '在书的每一处都这样做，每个词就有了标签：没读过这本书的人会写的词。其中 {{changed}} 的标签与原文不同。名字内部没有标签，因为两个版本在那里对不齐。',
    where: '第 2.3 节，两种思路的结合',
    row: '书中的每个词，下面是它的标签',
    none: '没有标签',
  },
  train: {
    title: '照标签训练',
    text: '现在训练模型本身：读的是原书，要学的词却是标签。几步之内，名字的概率就降下来。这里还混入了其他文字，让其余的知识留在原处，论文中没有这一步。',
    where: '第 2.3 节；设置见第 3 节',
    book: '出自这本书',
    kept: '出自另一本书',
  },
  lost: {
    title: '失去了什么，又有什么会回来',
    text: '关于这本书的问题答不上来了，另一本书和日常任务几乎没有变化。但这种遗忘只是近似的：让模型再读书中的几句话，答案就会回来。从未读过这本书的模型，同样几步却几乎学不到什么。',
    where: '第 5、6 节，结果与局限；重新学习是后来的检验（arXiv 2402.16835）',
    formula: '残留 = 答对率（遗忘后，n）− 答对率（从未读过，n）',
    slider: '再读的步数 n',
    answers: '关于这本书答对的比例',
    unlearned: '遗忘后',
    gold: '参照（从未读过）',
  },
};
