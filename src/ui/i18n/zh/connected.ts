/** 可以使用网络的页面。 */
import type { Translated } from '../translated';
import type { connected as english } from '../en/connected';

export const connected: Translated<typeof english> = {
  label: '网络',
  note: '已联网：此页面可以使用网络。',
  none: '尚未访问其他主机。',
  hosts: '已访问：{{hosts}}',
  back: '返回不联网的页面',
};
