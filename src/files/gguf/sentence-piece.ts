/**
 * A SentencePiece model of the kind BPE, as tokenizer.json writes it. Its file has a score for each piece and no merges:
 * any two pieces that form a third may merge, and the one with the best score does first.
 */
import { BYTE, UNKNOWN, type TokenizerMetadata, type WrittenTokenizer } from './tokenizer-metadata';

/** SentencePiece writes it for a space. */
const SPACE = '▁';

export function sentencePiece(metadata: TokenizerMetadata): WrittenTokenizer {
  const tokens = metadata['tokenizer.ggml.tokens'];
  const types = metadata['tokenizer.ggml.token_type'];
  const hasPrefix = metadata['tokenizer.ggml.add_space_prefix'];
  const unknown = tokens[types.indexOf(UNKNOWN)];
  const replaced = (from: string, to: string): object => ({
    type: 'Replace',
    pattern: { String: from },
    content: to,
  });
  return {
    addsBos: true,
    json: {
      normalizer: {
        type: 'Sequence',
        normalizers: [...(hasPrefix ? [{ type: 'Prepend', prepend: SPACE }] : []), replaced(' ', SPACE)],
      },
      pre_tokenizer: null,
      decoder: {
        type: 'Sequence',
        decoders: [
          replaced(SPACE, ' '),
          { type: 'ByteFallback' },
          { type: 'Fuse' },
          ...(hasPrefix ? [{ type: 'Strip', content: ' ', start: 1, stop: 0 }] : []),
        ],
      },
      model: {
        type: 'BPE',
        unk_token: unknown ?? null,
        fuse_unk: true,
        byte_fallback: types.includes(BYTE),
        ignore_merges: false,
        vocab: Object.fromEntries(tokens.map((token, index) => [token, index])),
        merges: mergesOf(tokens, metadata['tokenizer.ggml.scores']),
      },
    },
  };
}

/** The pairs of pieces that form a third, by its score from the best down; of one piece, those with the lowest ids first. */
function mergesOf(tokens: readonly string[], scores: readonly number[]): string[][] {
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const found = tokens.flatMap((token, id) => {
    const pairs = [];
    for (let at = 1; at < token.length; at++) {
      const [left, right] = [token.slice(0, at), token.slice(at)];
      const [first, second] = [ids.get(left), ids.get(right)];
      if (first !== undefined && second !== undefined) pairs.push({ left, right, first, second });
    }
    pairs.sort((a, b) => a.first - b.first || a.second - b.second);
    return pairs.map(({ left, right }) => ({ left, right, score: scores[id] ?? 0 }));
  });
  return found.sort((a, b) => b.score - a.score).map(({ left, right }) => [left, right]);
}
