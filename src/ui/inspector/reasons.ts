/** Why a position has no label, in words. */
import type { Reason } from '../../text/translate';

export const reasons: Readonly<Record<Reason, { readonly brief: string; readonly full: string }>> = {
  anchor: {
    brief: 'inside an anchor term',
    full: 'It is inside an anchor term, whose translation may have another length.',
  },
  repeat: {
    brief: 'before a repeated anchor term',
    full: 'What follows is an anchor term that the block has named before: a label would teach to name it again.',
  },
  context: {
    brief: 'past the context',
    full: 'Its place in the translation lies past the model’s context.',
  },
  end: {
    brief: 'end of the block',
    full: 'It is the last token of the block: what follows is not in it.',
  },
};
