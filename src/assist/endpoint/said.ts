/** What a server says of an error, in the shapes in which servers say it. */
import { tryJson } from '../../base/json';
import { v } from '../../base/schema';

const shape = v.object({
  error: v.optional(
    v.union([
      v.string(),
      v.object({
        message: v.optional(v.string()),
        type: v.nullish(v.string()),
        code: v.optional(v.unknown()),
      }),
    ]),
  ),
  detail: v.optional(v.unknown()),
  message: v.optional(v.string()),
});

export interface Said {
  /** For people; never empty. */
  readonly text: string;
  /** Whether it is about a question longer than the model’s context. */
  readonly isTooLong: boolean;
  /** The status that it names itself; null: none. */
  readonly status: number | null;
}

const TOO_LONG =
  /context[ _-]?(?:length|size|window)|exceed_context|maximum context|too many tokens|prompt is too long|input is too long/iu;

/** `body`: an answer, or an event of it. `key` is never repeated. */
export function saidIn(body: string, key: string): Said {
  const json = tryJson(body);
  const parsed = 'value' in json ? v.safeParse(shape, json.value) : null;
  const { error, detail, message } = parsed?.success === true ? parsed.output : {};
  const inner = typeof error === 'object' ? error : null;
  const found =
    (typeof error === 'string' ? error : inner?.message) ??
    message ??
    (detail === undefined ? undefined : typeof detail === 'string' ? detail : JSON.stringify(detail));
  const plain = (found ?? body.replace(/<[^>]*>/gu, ' ')).replace(/\s+/gu, ' ').trim();
  const text = (key === '' ? plain : plain.replaceAll(key, '…')) || 'nothing more';
  const code = inner?.code;
  const kinds = [text, inner?.type ?? '', typeof code === 'string' ? code : ''];
  return {
    text,
    isTooLong: kinds.some((kind) => TOO_LONG.test(kind)),
    status: typeof code === 'number' && code >= 400 && code < 600 ? code : null,
  };
}
