/** 浏览器保存的内容：项目、项目文件，以及无法保存时怎么办。 */
import type { Translated } from '../translated';
import type { projects as english } from '../en/projects';

export const projects: Translated<typeof english> = {
  broken: '到“{{title}}”为止的运行被中断了。已完成的部分都保存着。',
  continue: '继续',
  leave: '不继续',
};
