/** The data of server-sent events, as they come. */
import { createParser } from 'eventsource-parser';

/** Most characters of one event: what is longer is no piece of an answer. */
const LONGEST = 1_000_000;

/** Yields the data of each event in a stream of bytes. @throws RangeError if one is too long */
export async function* serverEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const waiting: string[] = [];
  const decoder = new TextDecoder();
  let open = 0;
  const parser = createParser({
    onEvent: ({ data }) => {
      open = 0;
      waiting.push(data);
    },
    onError: () => undefined, // a field of no meaning here
  });
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    open += text.length;
    parser.feed(text);
    yield* waiting.splice(0);
    if (open > LONGEST) throw new RangeError('an event is too long');
  }
  // A server may end without the empty line that closes an event.
  parser.feed('\n\n');
  yield* waiting.splice(0);
}
