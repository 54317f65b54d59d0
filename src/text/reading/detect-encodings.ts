/** The likeliest encodings of bytes, by the frequency of their characters (chardet, fetched at the first call). */
import { part } from '../../files/part';

const chardet = part(() => import('chardet'));

/** Bytes that are looked at. */
const SAMPLE = 2 ** 16;
/** Japanese has kana; without any, bytes that could be Japanese are probably Chinese or Korean. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const NOT_JAPANESE = 50;

/** WHATWG names, the likeliest first. @throws LetheError file/part-missing */
export async function detectEncodings(bytes: Uint8Array): Promise<string[]> {
  const { analyse } = await chardet();
  const sample = bytes.subarray(0, SAMPLE);
  return analyse(sample)
    .flatMap(({ name, lang, confidence }) => {
      const decoder = decoderOf(name);
      if (!decoder) return [];
      const isDoubtful = lang === 'ja' && !KANA.test(decoder.decode(sample));
      return [{ encoding: decoder.encoding, confidence: confidence - (isDoubtful ? NOT_JAPANESE : 0) }];
    })
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ encoding }) => encoding);
}

/** null: the library knows an encoding that decoders do not, such as UTF-32. */
function decoderOf(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}
