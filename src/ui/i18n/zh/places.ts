/** 页面的各个部分，在顶栏中。 */
import type { Translated } from '../translated';
import type { places as english } from '../en/places';

export const places: Translated<typeof english> = {
  label: '页面各部分',
  see: '看一看',
  how: '原理',
  lab: '实验室',
  runs: '运行记录',
  review: '审阅',
};
