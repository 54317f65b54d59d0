/** Each voice's colour, the same in every chart. */
import type { ReportVoice } from '../../evaluate/report';

export const voiceColors: Readonly<Record<ReportVoice, string>> = {
  baseline: 'var(--series-baseline)',
  reinforced: 'var(--series-reinforced)',
  equation1: 'var(--series-relu)',
  unlearned: 'var(--series-generic)',
  gold: 'var(--warn)',
};
