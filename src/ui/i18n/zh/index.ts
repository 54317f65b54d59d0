/** 页面的简体中文文本，按区域划分。 */
import type { Translated } from '../translated';
import type { en } from '../en';
import { review } from './review';
import { stage } from './stage';

export const zh: Translated<typeof en> = { review, stage };
