/** 各阶段的外框。 */
import type { Translated } from '../translated';
import type { stage as english } from '../en/stage';

export const stage: Translated<typeof english> = {
  run: '运行',
  runAgain: '重新运行',
  continueFrom: '从第 {{step}} 步（共 {{of}} 步）继续',
  takeGood: '采用第 {{step}} 步的状态',
  unkept: '浏览器没有空间保存检查点：关闭页面后，运行需要从头开始。',
  pause: '暂停',
  resume: '继续',
  cancel: '取消',
  step: '单步',
  stop: '停止',
  failedTry: '没有丢失任何内容；之前的结果仍在。',
  minutes: '{{minutes}} 分 {{seconds}} 秒',
  seconds: '{{seconds}} 秒',
  evaluating: '正在询问 {{voice}}：{{part}}',
  needsModel: '请先加载模型。',
  runsFirst: '将先运行：{{names}}。',
  progress: '{{title}}：进度',
  count: '{{done}} / {{of}}',
  rate: '每秒 {{rate}} 个词元',
  left: '还剩{{time}}',
  time: {
    moment: '几秒钟',
    seconds: '约 {{value}} 秒',
    minutes: '约 {{value}} 分钟',
    hours: '约 {{value}} 小时',
  },
  paused: '已暂停',
  done: '完成，用时 {{time}}。',
  cancelled: '已取消，没有任何改动。',
  starting: '正在启动…',
  activity: {
    readingFiles: '正在读取文件…',
    comparingDevices: '正在测量各后端…',
    openingDevice: '正在启动后端…',
    compiling: '正在编译计算图…',
    translating: '正在转换文本…',
    scoring: '正在测量剩余的记忆…',
  },
};
