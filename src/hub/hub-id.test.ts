import { expect, test } from 'vitest';
import { HUB, parseHubId, parseMirror, showHubId } from './hub-id';

test('owner/name, a revision, and the address of the page are read', () => {
  const main = { repo: 'HuggingFaceTB/SmolLM2-135M', revision: 'main' };
  expect(parseHubId(' HuggingFaceTB/SmolLM2-135M ')).toEqual(main);
  expect(parseHubId('https://huggingface.co/HuggingFaceTB/SmolLM2-135M')).toEqual(main);
  expect(parseHubId('https://huggingface.co/a/b/tree/v1.0')).toEqual({ repo: 'a/b', revision: 'v1.0' });
  expect(parseHubId('a/b@refs/pr/3')).toEqual({ repo: 'a/b', revision: 'refs/pr/3' });
  expect(parseHubId('gpt2')).toEqual({ repo: 'gpt2', revision: 'main' });
  for (const id of ['a/b', 'a/b@refs/pr/3']) expect(showHubId(parseHubId(id))).toBe(id);
});

test.each([
  '',
  'a/b/c',
  '../etc',
  'a/..',
  'a/b@',
  'a/b@../x',
  'a/b@x?y',
  'a b',
  './models/x',
  '/tmp/x',
  'https://example.com/a/b',
])('“%s” is no id', (text) => {
  expect(() => parseHubId(text)).toThrow(expect.objectContaining({ code: 'hub/id', params: { id: text } }));
});

test('a mirror is an address of https, or one of this machine', () => {
  expect(parseMirror('')).toBe(HUB);
  expect(parseMirror('https://hf-mirror.com/')).toBe('https://hf-mirror.com');
  expect(parseMirror('http://localhost:8123/hub/')).toBe('http://localhost:8123/hub');
  for (const text of [
    'http://example.com',
    'ftp://a.b',
    'huggingface.co',
    'https://a.b/?x',
    'https://me@a.b',
  ])
    expect(() => parseMirror(text)).toThrow(expect.objectContaining({ code: 'hub/mirror' }));
});
