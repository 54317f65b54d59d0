import { expect, test } from 'vitest';
import { openChat } from './chat-template';
import { withOwnFiles } from './own-files';
import type { FileSource } from './source';

const asked: string[] = [];
const elsewhere: FileSource = {
  read: (path) => {
    asked.push(path);
    return Promise.reject(new Error(path));
  },
};
const own = (template: string | null) =>
  withOwnFiles(elsewhere, {
    file: (_, name) =>
      Promise.resolve(name === 'chat_template.jinja' && template !== null ? new Blob([template]) : null),
  });

test('of several templates the default one is taken, with the tokens that it may name', async () => {
  const chat_template = [
    { name: 'tool_use', template: 'a' },
    { name: 'default', template: 'b' },
  ];
  const config = { chat_template, bos_token: { content: '<s>', special: true }, eos_token: '</s>' };
  expect(await openChat(own(null), 'own/ab/tiny', config)).toEqual({ source: 'b', bos: '<s>', eos: '</s>' });
});

test('a template may lie in a file of its own', async () => {
  expect(await openChat(own('c'), 'own/ab/tiny', { bos_token: null })).toEqual({
    source: 'c',
    bos: '',
    eos: '',
  });
  expect(await openChat(own(null), 'own/ab/tiny', null)).toBeNull();
});

test('a model that comes with the page is not asked for that file', async () => {
  expect(await openChat(own('c'), 'models/base', {})).toBeNull();
  expect(asked).toEqual([]);
});
