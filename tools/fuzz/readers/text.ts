/** Readers of files that users make: texts, dictionaries, prompts, settings and links. */
import { parsePrompts, promptFormats } from '../../../src/evaluate/prompt-file';
import { parseTasks } from '../../../src/evaluate/task-file';
import { parseJson } from '../../../src/base/json';
import { fail } from '../../../src/files/errors';
import { parseSettings, defaultSettings } from '../../../src/methods/settings';
import { parseDictionary } from '../../../src/text/dictionary';
import { dictionaryFormats, readDictionary, writeDictionary } from '../../../src/text/dictionary-file';
import { parseKinds } from '../../../src/text/dictionary-kinds';
import { readTextFile } from '../../../src/text/reading/read-text';
import { decodeLink, encodeLink } from '../../../src/ui/address/link';
import { changedSettings } from '../../unlearn/settings-file';
import { textReader, type Reader } from '../reader';

const json = (text: string): unknown =>
  parseJson(text, (expected, got) => fail('file/invalid', { path: 'x.json', expected, got }));

const dictionary = writeDictionary(
  readDictionary('{"Bea": ["Ada", "Eda"], "Cab, of \\"Dun\\"": "Dan", "2": "Zwei", "Zoë": "Eve"}', 'json'),
  'csv',
);

const prompts: Readonly<Record<(typeof promptFormats)[number], string>> = {
  json: '[{"prompt": "She met", "references": ["Bea", "Cab"], "subtlety": 3}, {"prompt": "p", "references": ["a"]}]',
  jsonl: '{"prompt": "She met", "references": ["Bea"]}\n\n{"prompt": "p, \\"q\\"", "references": ["a"]}\n',
  csv: 'prompt,references,subtlety\n"She, met",Bea|Cab,3\np,"a\nb",\n',
};

const tasks = [
  '{"question": "Q", "choices": {"text": ["a", "b"], "label": ["A", "B"]}, "answerKey": "B"}',
  '{"sentence": "Ann saw _ there.", "option1": "a", "option2": "b", "answer": "1"}',
  '{"passage": "P", "question": "q", "answer": true}',
].join('\n');

const ownTexts: readonly (readonly [name: string, text: string])[] = [
  ['a.txt', '# One\nBea met Cab — “at dawn”.\n\n\n# Two\nCab was glad. 🏮'],
  ['a.json', '{"title": "T", "passages": ["Bea met Cab.", "Cab was glad."]}'],
  ['a.md', '# One\n\n* Bea\n* Cab\n'],
  ['a.jsonl', '{"text": "Bea met Cab."}\n{"question": "Who?", "answer": "Bea."}\n'],
  ['a.html', '<!doctype html><title>T</title><h1>One</h1><p>Bea &amp; Cab<script>x()</script>'],
];

/** “é” is one byte here, and no UTF-8. */
const latin = Uint8Array.from('Le café de Zoë était fermé, déjà. '.repeat(4), (letter) =>
  letter.charCodeAt(0),
);

export const textReaders: readonly Reader[] = [
  ...dictionaryFormats.map((format) =>
    textReader(`dictionary.${format}`, [writeDictionary(readDictionary(dictionary, 'csv'), format)], (text) =>
      readDictionary(text, format),
    ),
  ),
  textReader('dictionary-drafted.json', ['{"Bea": ["Ada"], "Cab": "Dan"}'], (text) =>
    parseDictionary(json(text)),
  ),
  textReader('kinds.json', ['{"Bea": "person", "Dun": "place"}'], (text) =>
    parseKinds(json(text), 'kinds.json'),
  ),
  ...promptFormats.map((format) =>
    textReader(`prompts.${format}`, [prompts[format]], (text) => parsePrompts(text, format)),
  ),
  textReader('tasks.jsonl', [tasks], parseTasks),
  ...ownTexts.map(([name, text]): Reader => ({
    name: `text ${name}`,
    seeds: [new TextEncoder().encode(text)],
    read: (bytes) => readTextFile(name, bytes),
  })),
  { name: 'text in Windows-1252', seeds: [latin], read: (bytes) => readTextFile('a.txt', bytes) },
  textReader(
    'link',
    [
      encodeLink(decodeLink('#v=1&preset=paper&alpha=3&hide=review')),
      'v=1&method=gradDiff&unlearnSteps=9&loraTargets=q_proj,v_proj&embed=1',
    ],
    (hash) => parseSettings(decodeLink(`#${hash}`).settings),
  ),
  textReader('settings.json', [JSON.stringify(defaultSettings)], (text) => {
    const data = json(text);
    parseSettings(data);
    return changedSettings(typeof data === 'object' ? { ...data } : {});
  }),
];
