/** Readers of what language models and their servers say. */
import { pieceOf } from '../../../src/assist/endpoint/pieces';
import { EndpointFailure } from '../../../src/assist/endpoint/failures';
import { saidIn } from '../../../src/assist/endpoint/said';
import { serverEvents } from '../../../src/assist/endpoint/server-events';
import { hostileAnswers } from '../../../src/assist/fixtures/hostile-answers';
import { says } from '../../../src/assist/fixtures/protocol-server';
import { readTerms } from '../../../src/assist/draft/read-terms';
import { textReader, type Reader } from '../reader';

const settings = {
  ...{ address: 'http://localhost/v1', model: 'm', key: 'k', atOnce: 1 },
  ...{ server: null, page: null },
};

const LONGEST = 10_000;

export const assistReaders: readonly Reader[] = [
  textReader(
    'answer of a drafter',
    hostileAnswers.map(({ text }) => text).filter((text) => text.length < LONGEST),
    readTerms,
  ),
  textReader('error of a server', ['{"error": {"message": "no", "code": 400}}', '{"detail": [1]}'], (text) =>
    saidIn(text, settings.key),
  ),
  {
    name: 'stream of an answer',
    seeds: [new TextEncoder().encode(says('Mira lit the lamp, 米拉 🏮.').parts.join(''))],
    read: async (bytes) => {
      try {
        for await (const json of serverEvents(chunks(bytes))) if (json !== '[DONE]') pieceOf(json, settings);
      } catch (error) {
        throw error instanceof EndpointFailure ? error.error : error;
      }
    },
  },
];

/** Cut where the bytes say, also within characters. */
async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  const size = 1 + ((bytes[0] ?? 0) % 50);
  for (let from = 0; from < bytes.length; from += size) {
    await Promise.resolve();
    yield bytes.subarray(from, from + size);
  }
}
