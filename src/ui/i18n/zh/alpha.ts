/** 当前查看的 α，以及生成标签所用的 α。 */
import type { Translated } from '../translated';
import type { alpha as english } from '../en/alpha';

export const alpha: Translated<typeof english> = {
  used: '标签按 α = {{alpha}} 生成。',
  use: '把这个 α 用于标签',
};
