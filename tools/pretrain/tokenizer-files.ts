/** A vocabulary as Hugging Face's tokenizer.json and tokenizer_config.json. */
import { bosTemplate } from '../../src/files/bos-template';
import type { Vocabulary } from './bpe';

/** Starts every passage and ends every generated text. */
export const BOS = '<s>';
export const BOS_ID = 0;

export function tokenizerJson({ tokens, merges }: Vocabulary): object {
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [
      {
        id: BOS_ID,
        content: BOS,
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
        special: true,
      },
    ],
    normalizer: null,
    pre_tokenizer: byteLevel,
    post_processor: bosTemplate(BOS, BOS_ID),
    decoder: byteLevel,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges,
    },
  };
}

export const tokenizerConfig: object = {
  tokenizer_class: 'PreTrainedTokenizerFast',
  bos_token: BOS,
  eos_token: BOS,
  clean_up_tokenization_spaces: false,
  model_max_length: 256,
};
