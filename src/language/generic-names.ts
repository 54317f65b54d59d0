/** Names and words that are typical of no text: generic translations are drawn from these. */
const list = (words: string): readonly string[] => words.split(', ');

export interface GenericNames {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly places: readonly string[];
  readonly things: readonly string[];
  /** the same things in the plural */
  readonly several: readonly string[];
}

export const englishNames: GenericNames = {
  given: list(
    'Anna, Tom, Mary, John, Emma, George, Sarah, David, Martha, Ben, Ruth, Victor, Nora, Max, Grace, Hugo, Clara, Frank, Julia, Walter, Kate, Henry, Betty, Paul, Vera, Sam, Ida, Robert, Helen, Peter, Rose, Oscar, Laura, Simon, Alice, Martin, Jane, Edward, Susan, Philip, Olivia, Daniel, Carol, Arthur, Irene, Mark, Daisy, Stephen, Monica, Leo, Ellen, Patrick, Sophie, Charles, Amy, Thomas, Linda, Harold, Molly, Albert, Eva, Joseph, Diana, Roger, Hannah, Felix, Judith, Norman, Gloria, Neil, Marion, Ralph, Teresa, Gordon, Wendy, Keith, Paula, Adrian, Joan, Edgar',
  ),
  family: list(
    'Brown, Miller, Green, Baker, Field, Carter, Stone, Fisher, Turner, Wood, Clark, Hall, Grey, Cooper, Hill, Walker, Mason, Parker, Cook, Young, White, Taylor, Wright, Marsh, Hunter, Bell, Palmer, Porter, Potter, Shaw, Webb, Wells, Rice, Gardner, Foster, Barnes, Bishop, Chapman, Dixon, Ellis',
  ),
  places: list(
    'Milltown, Riverton, Westford, Easton, Hillford, Langley, Greenfield, Brookside, Millbrook, Woodside, Highfield, Ashby, Weston, Norton, Sutton, Stonefield, Oldham, Kingsbridge, Church Street, Bridge Street, Mill Road, Station Road, Market Square, North Park, Sandy Bay, Rocky Bay, West Beach, South Beach, Long River, Silver Lake, Windy Hill, Deep Valley, Newton, Burton, Preston, Clifton, Marston, Hampton, Bolton, Denton',
  ),
  things: list(
    'lamp, clock, glass, boat, book, letter, coin, mirror, ring, rope, pencil, song, torch, badge, lesson, card, drum, trumpet, statue, bottle, basket, blanket, hammer, ladder, picture, candle, button, jacket, kettle, pillow, bucket, whistle, ribbon, carpet, cabinet, engine, feather, garden, window, pocket, saddle, scarf, spoon, stool, towel, violin, wagon, wheel, apron, barrel',
  ),
  several: list(
    'lamps, clocks, glasses, boats, books, letters, coins, mirrors, rings, ropes, pencils, songs, torches, badges, lessons, cards, drums, trumpets, statues, bottles, baskets, blankets, hammers, ladders, pictures, candles, buttons, jackets, kettles, pillows, buckets, whistles, ribbons, carpets, cabinets, engines, feathers, gardens, windows, pockets, saddles, scarves, spoons, stools, towels, violins, wagons, wheels, aprons, barrels',
  ),
};

const chineseThings = list(
  '台灯, 时钟, 杯子, 小船, 书本, 信件, 硬币, 镜子, 戒指, 绳子, 铅笔, 歌曲, 火炬, 徽章, 功课, 卡片, 鼓, 喇叭, 雕像, 瓶子, 篮子, 毯子, 锤子, 梯子, 图画, 蜡烛, 纽扣, 外套, 水壶, 枕头',
);

export const chineseNames: GenericNames = {
  given: list(
    '张伟, 王芳, 李娜, 刘洋, 陈静, 杨帆, 赵磊, 黄丽, 周强, 吴敏, 徐杰, 孙燕, 胡军, 朱霞, 高峰, 林涛, 何静, 郭亮, 马超, 罗兰, 梁平, 宋佳, 郑凯, 谢雨, 韩梅, 唐明, 冯雪, 于洋, 董浩, 萧红',
  ),
  family: list('张, 王, 李, 刘, 陈, 杨, 赵, 黄, 周, 吴, 徐, 孙, 胡, 朱, 高, 林, 何, 郭, 马, 罗'),
  places: list(
    '东城, 西村, 南山, 北河镇, 新桥, 石头镇, 青河, 白云村, 大柳庄, 长街, 桥头街, 车站路, 市场街, 东湖, 西湾, 长江村, 平安镇, 太平桥, 绿水村, 高山镇, 小河口, 杨树林, 红石岭, 金沙滩, 银杏街',
  ),
  things: chineseThings,
  several: chineseThings,
};
