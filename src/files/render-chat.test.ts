import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderChat, type ChatMessage } from './render-chat';

interface Golden {
  readonly bos: string;
  readonly eos: string;
  readonly cases: readonly {
    readonly name: string;
    readonly source: string;
    readonly messages: readonly ChatMessage[];
    readonly text: string;
  }[];
}
const { bos, eos, cases } = JSON.parse(
  readFileSync(new URL('fixtures/chats.json', import.meta.url), 'utf8'),
) as Golden;

describe('conversations are written as transformers writes them', () => {
  test.each(cases)('$name', ({ source, messages, text }) => {
    expect(renderChat({ source, bos, eos }, messages)).toBe(text);
  });
});

const asked: readonly ChatMessage[] = [{ role: 'user', content: 'Who?' }];
const render = (source: string) => renderChat({ source, bos, eos }, asked);
const failed = (reason: RegExp) => ({
  code: 'chat/failed',
  params: { reason: expect.stringMatching(reason) as string },
});

test('a template that refuses a conversation says why', () => {
  expect(() => render("{{ raise_exception('only the wise may ask') }}")).toThrow(
    expect.objectContaining(failed(/^only the wise may ask$/u)) as Error,
  );
});

test.each([
  ['is no template', '{% for message in %}', /./u],
  ['asks for what is not there', '{{ messages | shuffle }}', /shuffle/u],
  ['loops over too much', '{% for i in range(1000000000) %}x{% endfor %}', /range\(1000000000\)/u],
  ['calls itself for ever', '{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}', /./u],
  ['is longer than any', 'x'.repeat(300_000), /300000/u],
])('one that %s is refused with a short reason', (_, source, reason) => {
  expect(() => render(source)).toThrow(expect.objectContaining(failed(reason)) as Error);
});

test('a range with a start and steps, and a date', () => {
  expect(render('{% for i in range(1, 6, 2) %}{{ i }} {% endfor %}')).toBe('1 3 5 ');
  expect(render('{% for i in range(3, 0, -1) %}{{ i }}{% endfor %}')).toBe('321');
  expect(render('{{ strftime_now("%Y %d %q") }}')).toMatch(/^20\d\d \d\d %q$/u);
});
