/** 演示：每一幕的字幕。 */
import type { Translated } from '../translated';
import type { demo as english } from '../en/demo';

export const demo: Translated<typeof english> = {
  captions: {
    before: '这个小模型读过一本书。问它一个名字，它答得上来。',
    swap: '要让它忘记，先把书里的名字换成平常的名字。',
    alpha: '再减去书所增加的，看局外人会怎么说。',
    after: '照局外人的词训练它，名字就消失了。',
    end: '书忘掉了，其余的都还记得。',
  },
  scene: '{{at}} / {{of}}',
  back: '上一幕',
  next: '下一幕',
  pause: '暂停',
  play: '播放',
  take: '亲自试一试',
  address: '在你自己的浏览器里试一试，不上传任何内容。',
  qr: '{{address}} 的二维码',
  run: {
    recorded: '录制的一次运行',
    going: '正在这台电脑上运行：{{stage}}，{{share}}',
    done: '刚刚在这台电脑上运行',
    failed: '在这台电脑上的运行失败了，这里是录制的一次',
  },
};
