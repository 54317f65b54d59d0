/** 课程：真实模型读到过的内容。 */
import type { Translated } from '../translated';
import type { lesson as english } from '../en/lesson';

export const lesson: Translated<typeof english> = {
  title: '课程',
  intro:
    '这种规模的模型读到过许多名著，所以有东西可以遗忘。课程自带文本、词典、要保留的其他文本，以及关于两者的问题，并选好适合该模型的设置。',
  use: '使用这个课程',
  inUse: '正在使用',
  back: '离开课程',
};
