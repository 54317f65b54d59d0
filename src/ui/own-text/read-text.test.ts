import { describe, expect, test } from 'vitest';
import { MOST_BYTES, passagesOf, readPasted, readOwnText } from './read-text';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a custom text', () => {
  test('is named for its file and cut where three lines are left, or at headings', () => {
    expect(readOwnText('My saga.txt', bytes('One.\n\nStill one.\n\n\nTwo.'))).toEqual({
      title: 'My saga',
      passages: ['One.\n\nStill one.', 'Two.'],
    });
    expect(passagesOf('# A\r\nOne.\r\n\r\n## B\r\nTwo.')).toEqual(['# A\nOne.', '## B\nTwo.']);
  });

  test.each([
    [['One.', 'Two.'], { title: 'a', passages: ['One.', 'Two.'] }],
    [
      { title: 'T', passages: ['One.'] },
      { title: 'T', passages: ['One.'] },
    ],
    [{ text: 'One.\n\n\nTwo.' }, { title: 'a', passages: ['One.', 'Two.'] }],
  ])('is read from JSON: %j', (json, text) => {
    expect(readOwnText('a.json', bytes(JSON.stringify(json)))).toEqual(text);
  });

  test('is read in UTF-16 where its mark says so', () => {
    const utf16 = Uint8Array.of(0xff, 0xfe, ...Array.from('Bea met').flatMap((c) => [c.charCodeAt(0), 0]));
    expect(readOwnText('a.txt', utf16).passages).toEqual(['Bea met']);
  });

  test.each([
    ['too large', 'a.txt', new Uint8Array(MOST_BYTES + 1), 'the limit is 2.0 MB'],
    ['binary', 'a.docx', Uint8Array.of(80, 75, 3, 4, 0, 0, 0, 200, 201), 'not a text file'],
    ['empty', 'a.txt', bytes(' \n '), 'too little text'],
    ['without a word', 'a.txt', bytes('… !'), 'too little text'],
    ['no JSON', 'a.json', bytes('{'), 'a list of passages'],
    ['other JSON', 'a.json', bytes('{"a":1}'), 'a list of passages'],
    ['an empty list', 'a.json', bytes('[]'), 'too little text'],
  ])('that is %s is refused', (_, name, content, message) => {
    expect(() => readOwnText(name, content)).toThrow(message);
  });

  test('that is pasted keeps its title', () => {
    expect(readPasted('v. 1.2', 'Bea.')).toEqual({ title: 'v. 1.2', passages: ['Bea.'] });
  });
});
