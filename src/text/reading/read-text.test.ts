import { describe, expect, test } from 'vitest';
import { MOST_BYTES, readPasted, readTextFile } from './read-text';
import { passagesOf } from './passages';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, text: string) => readTextFile(name, bytes(text));

describe('a plain text', () => {
  test('is named for its file and cut where three lines are left, or at headings', async () => {
    expect(await read('My saga.txt', 'One.\n\nStill one.\n\n\nTwo.')).toMatchObject({
      title: 'My saga',
      passages: ['One.\n\nStill one.', 'Two.'],
    });
    expect(passagesOf('# A\r\nOne.\r\n\r\n## B\rTwo.')).toEqual(['# A\nOne.', '## B\nTwo.']);
  });

  test('that is pasted keeps its title', async () => {
    expect(await readPasted('v. 1.2', 'Bea.')).toMatchObject({ title: 'v. 1.2', passages: ['Bea.'] });
  });

  test('may begin with a bracket or hold a line in braces', async () => {
    for (const text of [
      '[Chapter 1]\nBea met\n{sic} Cab.',
      '["Bea," he said.]',
      'Files begin with %PDF-1.7.',
    ])
      expect((await read('a.txt', text)).passages).toEqual([text]);
  });
});

describe('records', () => {
  test.each([
    ['a.json', ['One.', 'Two.'], { title: 'a', passages: ['One.', 'Two.'] }],
    ['a.json', { title: 'T', passages: ['One.'] }, { title: 'T', passages: ['One.'] }],
    ['a.json', { text: 'One.\n\n\nTwo.' }, { title: 'a', passages: ['One.', 'Two.'] }],
    ['a.txt', [{ question: 'Who?', answer: 'Bea.' }], { title: 'a', passages: ['Who?\nBea.'] }],
  ])('are read from JSON: %s %j', async (name, json, text) => {
    expect(await read(name, JSON.stringify(json))).toMatchObject(text);
  });

  test.each(['qa.jsonl', 'qa.json', 'qa.txt'])(
    'are read line by line from %s, and what is not used is listed',
    async (name) => {
      const lines = [
        '{"question": "Who?", "answer": "Bea."}',
        '',
        '{"text": "She came."}',
        '{"id": 3}',
        'oh',
      ];
      expect(await read(name, lines.join('\r\n'))).toMatchObject({
        passages: ['Who?\nBea.', 'She came.'],
        unused: [4, 5],
      });
    },
  );
});

describe('HTML', () => {
  const page = `<!DOCTYPE html><html><head><title>The bell</title><style>p { color: red }</style></head>
    <body><h1>One</h1><p>Bea&nbsp;met
    <b>Zo&euml;</b>.</p><script>alert(1)</script><p>She  came.<br>He left.</p><h2>Two</h2><div><div>End</div></div></body></html>`;

  test.each(['a.html', 'a.txt'])('is read as its text, not as markup: %s', async (name) => {
    expect(await read(name, page)).toMatchObject({
      title: 'The bell',
      passages: ['One\n\nBea\u00A0met Zoë.\n\nShe came.\nHe left.', 'Two\n\nEnd'],
    });
  });

  test('that is pasted is read so, too', async () => {
    expect((await readPasted('T', '<p>Bea</p><p>Cab</p>')).passages).toEqual(['Bea\n\nCab']);
  });

  test('is read in the encoding that it declares', async () => {
    const html = '<html><head><meta charset="iso-8859-2"></head><body>Bea Czi?a</body></html>';
    const data = bytes(html).map((byte) => (byte === 0x3f ? 0xb1 : byte)); // ą
    expect(await readTextFile('a.html', data)).toMatchObject({
      passages: ['Bea Cziąa'],
      decoded: { encoding: 'iso-8859-2', unreadable: 0 },
    });
  });
});

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

test.each([
  ['PDF', 'saga.txt', latin1('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
  ['RTF', 'saga.txt', latin1('{\\rtf1\\ansi Bea met Cab.}')],
  ['EPUB', 'saga.epub', latin1('PK\x03\x04 mimetypeapplication/epub+zip')],
  ['Word', 'saga.txt', latin1('PK\x03\x04 [Content_Types].xml word/document.xml')],
  ['Word', 'saga.doc', latin1('ÐÏ\x11à¡±\x1Aá')],
  ['OpenDocument', 'saga.odt', latin1('PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text')],
  ['MOBI', 'saga.txt', latin1(`${'x'.repeat(60)}BOOKMOBI`)],
  ['XML', 'saga.txt', latin1('<?xml version="1.0"?><FictionBook>Bea</FictionBook>')],
  ['XML', 'saga.txt', latin1('<!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML"><book>Bea</book>')],
  ['XML', 'saga.txt', latin1('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>Bea</text></TEI>')],
  ['XML', 'saga.txt', latin1('<chapter id="1"><para>Bea met Cab.</para></chapter>\n')],
  ['ZIP', 'saga.txt', latin1('PK\x03\x04 a.txt')],
  ['PostScript', 'saga.txt', latin1('%!PS-Adobe-3.0\n(Bea met Cab.) show')],
  [
    'MIME',
    'saga.mht',
    latin1('From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\nQmVh'),
  ],
  ['MIME', 'saga.eml', latin1('From: x\r\nSubject: Bea\r\nContent-Transfer-Encoding: base64\r\n\r\nQmVh')],
  ['gzip', 'saga.txt', latin1('\x1F\x8B\x08 a.txt')],
])('%s is refused by name, whatever the file is called: %s', async (format, name, data) => {
  await expect(readTextFile(name, data)).rejects.toThrow(`${name} is a ${format} file`);
});

test.each([
  ['too large', 'a.txt', new Uint8Array(MOST_BYTES + 1), 'the limit is 2.0 MB'],
  ['binary', 'a.txt', Uint8Array.of(...Array.from({ length: 99 }, (_, i) => i)), 'not a text file'],
  ['empty', 'a.txt', bytes(' \n '), 'too little text'],
  ['without a word', 'a.txt', bytes('… !'), 'too little text'],
  ['no JSON', 'a.json', bytes('{'), '"text"'],
  ['other JSON', 'a.json', bytes('{"a":1}'), '"text"'],
  ['other JSON under another name', 'a.txt', bytes('[{"a":1}]'), '"text"'],
  ['JSON that breaks off', 'a.txt', bytes('[{"text": "Bea met Cab."}, {"te'), '"text"'],
  ['an empty list', 'a.json', bytes('[]'), 'too little text'],
])('a file that is %s is refused', async (_, name, content, message) => {
  await expect(readTextFile(name, content)).rejects.toThrow(message);
});

test('comments before a text, and spaces within one, are read in the time that their length takes', async () => {
  expect(await read('a.txt', `${'<!-- -->'.repeat(400)}Bea met Cab.`)).toMatchObject({ title: 'a' });
  const spaces = ' '.repeat(300_000);
  const { passages } = await read('a.html', `<p>Bea met Cab.<pre>Dun${spaces}was dark.</pre>`);
  expect(passages.join()).toContain(`Dun${spaces}was dark.`);
});

test('elements inside one another are read in a time that grows as their number, and only up to a limit', async () => {
  const nested = (levels: number) => read('a.html', `${'<div>'.repeat(levels)}Bea met Cab.`);
  expect((await nested(9_000)).passages).toEqual(['Bea met Cab.']);
  await expect(nested(20_000)).rejects.toThrow('a.html: expected HTML of at most 10000 levels');
});

test('a fragment of HTML is read without its markup', async () => {
  const { passages } = await read('a.txt', '<span>Bea</span> met <i>Cab</i>.<br>She left.');
  expect(passages).toEqual(['Bea met Cab.\nShe left.']);
});

test('a pasted RTF is refused, too', async () => {
  await expect(readPasted('T', ' {\\rtf1 Bea}')).rejects.toThrow('T is a RTF file');
});
