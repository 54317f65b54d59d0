/** Every way in which an endpoint answers, and fails to, over a real connection. */
import { afterEach, expect, test, vi } from 'vitest';
import {
  json,
  protocolServer,
  says,
  saysWhole,
  streams,
  type Asked,
  type ProtocolServer,
  type Reply,
} from '../fixtures/protocol-server';
import { LetheError } from '../../base/errors';
import type { Answer, AnswerEvent, Question } from '../answerer';
import { answered } from '../answered';
import { endpoint } from './endpoint';
import type { EndpointSettings } from './settings';

const question: Question = {
  messages: [{ role: 'user', content: 'Who lit the lamp?' }],
  maxTokens: 32,
  isJson: true,
};
const open: ProtocolServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

interface Heard {
  readonly server: ProtocolServer;
  readonly events: AnswerEvent[];
  readonly answer: Promise<Answer>;
}

/** Asks a server that replies so; further tries follow at once. */
async function ask(
  reply: (asked: Asked, number: number) => Reply,
  part: Partial<EndpointSettings> = {},
  signal = new AbortController().signal,
): Promise<Heard> {
  const server = await protocolServer(reply);
  open.push(server);
  const settings = {
    ...{ address: server.address, model: 'tiny', key: 'sk-secret', atOnce: 1, server: null },
    ...{ page: null, pauses: [0, 0], ...part },
  };
  const events: AnswerEvent[] = [];
  const answer = answered(endpoint(settings), question, signal, (event) => events.push(event));
  answer.catch(() => undefined);
  return { server, events, answer };
}

/** The error that an answer rejects with. */
async function errorOf(answer: Promise<unknown>): Promise<LetheError> {
  const error = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LetheError)) throw new Error(`expected an error for people, got ${String(error)}`);
  return error;
}

test('a streamed answer comes in pieces, with its usage', async () => {
  const { answer, events, server } = await ask(() => says('Mira lit the lamp, 米拉点亮了灯 🏮.'));
  expect(await answer).toEqual({
    text: 'Mira lit the lamp, 米拉点亮了灯 🏮.',
    usage: { prompt: 11, answer: 4 },
    isWhole: true,
  });
  expect(events.map((event) => event.kind === 'text' && event.text)).toEqual([
    'Mira li', 't the l', 'amp, 米拉', '点亮了灯 🏮.',
  ]); // prettier-ignore
  expect(server.asked).toHaveLength(1);
  expect(server.asked[0]?.path).toBe('/v1/chat/completions');
  expect(server.asked[0]?.headers.authorization).toBe('Bearer sk-secret');
  expect(server.asked[0]?.body).toEqual({
    ...{ model: 'tiny', messages: question.messages, stream: true, temperature: 0, max_tokens: 32 },
    ...{ response_format: { type: 'json_object' }, stream_options: { include_usage: true } },
  });
});

test('an answer that comes whole is taken as well, and one that was cut off says so', async () => {
  const whole = await ask(() => saysWhole('Mira.'));
  expect(await whole.answer).toMatchObject({ text: 'Mira.', isWhole: true });
  const short = await ask(() => says('Mi', { finish: 'length' }));
  expect((await short.answer).isWhole).toBe(false);
});

test('a stream may end without [DONE], or without the empty line after it', async () => {
  const first = await ask(() => streams([{ choices: [{ delta: { content: 'A' }, finish_reason: 'stop' }] }]));
  expect((await first.answer).text).toBe('A');
  const parts = ['data: {"choices":[{"delta":{"content":"B"},"finish_reason":null}]}\n\n', 'data: [DONE]'];
  const second = await ask(() => ({ headers: { 'content-type': 'text/event-stream' }, parts }));
  expect((await second.answer).text).toBe('B');
});

test.each([
  [0, 1],
  [3, 3],
  [20, 8],
])('of %d questions at once, it takes %d', (wanted, taken) => {
  const settings = { address: 'http://localhost/v1', model: 'm', key: '', server: null, page: null };
  expect(endpoint({ ...settings, atOnce: wanted }).atOnce).toBe(taken);
});

test('without a key, none is sent', async () => {
  const { answer, server } = await ask(() => says('Mira.'), { key: '' });
  await answer;
  expect(server.asked[0]?.headers.authorization).toBeUndefined();
});

const refusals = [
  [
    401,
    { error: { message: 'Incorrect API key: sk-secret' } },
    'assist/key-variable',
    'Incorrect API key: …',
  ],
  [403, { error: 'not for you' }, 'assist/forbidden', 'not for you'],
  [404, { detail: 'Not Found' }, 'assist/not-found', 'Not Found'],
  [400, { error: { message: 'bad', code: 'context_length_exceeded' } }, 'assist/too-long', 'bad'],
  [400, { error: { message: 'too big', type: 'exceed_context_size_error' } }, 'assist/too-long', 'too big'],
  [413, 'Payload too large', 'assist/too-long', '"Payload too large"'],
  [422, { detail: [{ loc: ['body', 'model'] }] }, 'assist/refused', '[{"loc":["body","model"]}]'],
] as const;

test.each(refusals)('HTTP %d is %j: %s, and not tried again', async (status, body, code, said) => {
  const { answer, server } = await ask(() => json(body, status));
  const error = await errorOf(answer);
  expect([error.code, error.params.said]).toEqual([code, said]);
  expect(server.asked).toHaveLength(1);
  expect(JSON.stringify(error.params) + error.message).not.toContain('sk-secret');
});

test('HTTP 429 waits as long as it is told, and goes on', async () => {
  const { answer, events } = await ask((_, number) =>
    number === 0 ? json({ error: 'slow down' }, 429, { 'retry-after': '1' }) : says('Mira.'),
  );
  expect((await answer).text).toBe('Mira.');
  expect(events[0]).toMatchObject({ kind: 'again', seconds: 1, attempt: 2 });
});

test('HTTP 429 with a long wait says how long, by number or date', async () => {
  const byNumber = await ask(() => json({}, 429, { 'retry-after': '3600' }));
  expect((await errorOf(byNumber.answer)).params).toMatchObject({ seconds: '3600' });
  expect(byNumber.server.asked).toHaveLength(1);
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  const byDate = await ask(() => json({}, 429, { 'retry-after': inAnHour }));
  const { code, params } = await errorOf(byDate.answer);
  expect(code).toBe('assist/too-many');
  expect(Number(params.seconds)).toBeGreaterThan(3500);
});

test('HTTP 5xx is tried three times in all, then it is an error', async () => {
  const { answer, events, server } = await ask(() => ({
    ...{ status: 502, headers: { 'content-type': 'text/html' } },
    parts: ['<html><body><h1>Bad gateway</h1></body></html>'],
  }));
  const { code, params } = await errorOf(answer);
  expect([code, params.status, params.said]).toEqual(['assist/server', '502', 'Bad gateway']);
  expect(server.asked).toHaveLength(3);
  expect(events.map((event) => event.kind === 'again' && event.attempt)).toEqual([2, 3]);
});

test('a stream that is cut in the middle begins again, and what came of it does not count', async () => {
  const half = streams([{ choices: [{ delta: { content: 'Mi' } }] }], 'cut');
  const { answer, events } = await ask((_, number) => (number === 0 ? half : says('Mira.')));
  expect((await answer).text).toBe('Mira.');
  expect(events.map(({ kind }) => kind)).toEqual(['text', 'again', 'text']);
});

test('a stream that is cut each time is an error that says how much came', async () => {
  const { answer, server } = await ask(() => streams([{ choices: [{ delta: { content: 'Mi' } }] }], 'cut'));
  const { code, params } = await errorOf(answer);
  expect([code, params.got]).toEqual(['assist/broken-stream', '2']);
  expect(server.asked).toHaveLength(3);
});

test('a stream that ends early without being cut is broken, too', async () => {
  const { answer } = await ask(() => streams([{ choices: [{ delta: { content: 'Mi' } }] }]));
  expect((await errorOf(answer)).code).toBe('assist/broken-stream');
});

test('an error in the middle of a stream is the error that it is', async () => {
  const piece = { choices: [{ delta: { content: 'Mi' } }] };
  const long = { error: { code: 400, message: 'the request exceeds the available context size' } };
  const { answer } = await ask(() => streams([piece, long]));
  expect((await errorOf(answer)).code).toBe('assist/too-long');
  const crash = await ask(() => streams([piece, { error: { message: 'out of memory' } }]));
  expect((await errorOf(crash.answer)).code).toBe('assist/server');
  expect(crash.server.asked).toHaveLength(3);
});

test.each([
  ['text that is no JSON', { headers: { 'content-type': 'text/event-stream' }, parts: ['data: {"cho\n\n'] }],
  ['JSON of another shape', streams([{ choices: 'none' }])],
  ['JSON of another shape, whole', json({ result: 'Mira' })],
  ['a page', { headers: { 'content-type': 'application/json' }, parts: ['<html>'] }],
] as const)('%s is no answer of such a server', async (_, reply) => {
  const { answer, server } = await ask(() => reply);
  expect((await errorOf(answer)).code).toBe('assist/protocol');
  expect(server.asked).toHaveLength(1);
});

test('a page that is streamed is no answer either', async () => {
  const { answer } = await ask(() => ({
    headers: { 'content-type': 'text/html' },
    parts: ['<html></html>'],
  }));
  expect((await errorOf(answer)).code).toBe('assist/broken-stream');
});

test('an answer without end is ended', async () => {
  const piece = { choices: [{ delta: { content: 'x'.repeat(500_000) } }] };
  const { answer } = await ask(() => streams([piece, piece, piece], 'never'));
  expect((await errorOf(answer)).code).toBe('assist/answer');
  const line = {
    headers: { 'content-type': 'text/event-stream' },
    parts: [`data: ${'x'.repeat(2_000_000)}`],
  };
  const endless = await ask(() => line, { pauses: [] });
  expect((await errorOf(endless.answer)).code).toBe('assist/broken-stream');
});

test('silence before the answer, or within it, is noticed', async () => {
  const before = await ask(() => ({ parts: [], end: 'never' }), { silence: 50 });
  expect((await errorOf(before.answer)).code).toBe('assist/too-slow');
  const piece = { choices: [{ delta: { content: 'Mi' } }] };
  const within = await ask(() => streams([piece], 'never'), { silence: 50 });
  expect((await errorOf(within.answer)).code).toBe('assist/too-slow');
});

test('a server that does not run names the line that starts it so that it admits the page', async () => {
  const server = await protocolServer(() => says(''));
  await server.close();
  const settings = { address: server.address, model: 'm', key: '', atOnce: 1, page: 'https://lethe.example' };
  const asking = (part: Pick<EndpointSettings, 'server'> & Partial<EndpointSettings>): Promise<LetheError> =>
    errorOf(answered(endpoint({ ...settings, ...part }), question, new AbortController().signal));
  const ollama = 'OLLAMA_ORIGINS=https://lethe.example ollama serve';
  expect((await asking({ server: 'ollama' })).hint).toContain(ollama);
  const header = 'Access-Control-Allow-Origin: https://lethe.example';
  expect((await asking({ server: null })).hint).toContain(header);
  // A program needs no admission.
  expect((await asking({ server: null, page: null })).code).toBe('assist/no-server');
});

test('to stop ends the request at the server, too', async () => {
  const stop = new AbortController();
  const piece = { choices: [{ delta: { content: 'Mi' } }] };
  const { answer, server, events } = await ask(() => streams([piece], 'never'), {}, stop.signal);
  await vi.waitFor(() => expect(events).toHaveLength(1));
  stop.abort(new Error('stopped'));
  await expect(answer).rejects.toThrow('stopped');
  await vi.waitFor(() => expect(server.left()).toBe(1));
});

test('what a server does not take is left out, and stays out', async () => {
  const refuse = (asked: Asked): Reply => {
    const body = JSON.stringify(asked.body);
    if (body.includes('response_format'))
      return json({ error: "'response_format.type' must be 'json_schema' or 'text'" }, 400);
    if (body.includes('"max_tokens"'))
      return json({ error: { message: "Unsupported parameter: 'max_tokens'" } }, 400);
    return says('{}');
  };
  const { answer, server } = await ask(refuse);
  expect((await answer).text).toBe('{}');
  expect(server.asked).toHaveLength(3);
  expect(server.asked[2]?.body).toMatchObject({ max_completion_tokens: 32 });
});

test('a redirection is not followed: the text goes to nobody but the host that was named', async () => {
  const other = await protocolServer(() => says('I have your text.'));
  open.push(other);
  const { answer } = await ask(() => ({
    ...{ status: 307, headers: { location: `${other.address}/chat/completions` }, parts: [] },
  }));
  expect((await errorOf(answer)).code).toBe('assist/no-server');
  expect(other.asked).toHaveLength(0);
});
