/** The sentence that the demonstration asks: the first about the text to forget. */
import type { ShownProof } from '../../run/shown-proof';

export function firstSentence({ sentences }: ShownProof): ShownProof['sentences'][number] | null {
  return sentences.find(({ kind }) => kind === 'forget') ?? sentences[0] ?? null;
}
