import { expect, test } from 'vitest';
import { decodeAs, decodeText } from './encoding';

const utf16 = (text: string, big: boolean): number[] =>
  Array.from(text).flatMap((c) => {
    const [high, low] = [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255];
    return big ? [high, low] : [low, high];
  });
/** Characters of windows-1252 that are not Latin-1. */
const typographic: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92, '—': 0x97 };
const windows = (text: string): number[] => Array.from(text, (c) => typographic[c] ?? c.charCodeAt(0));
const cyrillic = (text: string): number[] =>
  Array.from(text, (c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0)));

const english = 'Zoë said “no”, and Maëlis’s café was closed — all day long. ';
const russian = 'Мира зажгла фонарь в далёком доме. '.replaceAll('ё', 'е');

test.each([
  ['utf-8', [...new TextEncoder().encode(english)], english],
  ['utf-8', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('Bea')], 'Bea'],
  ['utf-16le', [0xff, 0xfe, ...utf16('Bea met', false)], 'Bea met'],
  ['utf-16be', [0xfe, 0xff, ...utf16('Bea met', true)], 'Bea met'],
  ['utf-16le', utf16('Bea met Cab', false), 'Bea met Cab'],
  ['utf-16be', utf16('Bea met Cab', true), 'Bea met Cab'],
  ['windows-1252', windows(english.repeat(3)), english.repeat(3)],
  ['windows-1251', cyrillic(russian.repeat(3)), russian.repeat(3)],
  // 灯塔在湖边。灯塔很高。
  ['gb18030', [0xb5, 0xc6, 0xcb, 0xfe, 0xd4, 0xda, 0xba, 0xfe, 0xb1, 0xdf, 0xa1, 0xa3, 0xb5, 0xc6, 0xcb, 0xfe, 0xba, 0xdc, 0xb8, 0xdf, 0xa1, 0xa3], '灯塔在湖边。灯塔很高。'], // prettier-ignore
])('%s is recognised', async (encoding, bytes, text) => {
  expect(await decodeText(Uint8Array.from(bytes))).toEqual({ text, encoding, unreadable: 0 });
});

test('UTF-8 with a control character stays UTF-8, and the character is counted', async () => {
  expect(await decodeText(new TextEncoder().encode('Bea\0 met Zoë.'))).toMatchObject({ encoding: 'utf-8', unreadable: 1 }); // prettier-ignore
});

test('UTF-8 with a wrong byte stays UTF-8, and the character is counted', async () => {
  const bytes = Uint8Array.of(...new TextEncoder().encode(english.repeat(3)), 0xff);
  expect(await decodeText(bytes)).toMatchObject({ encoding: 'utf-8', unreadable: 1 });
});

test('another encoding can be chosen, and what it lacks is counted', () => {
  expect(decodeAs(Uint8Array.of(0xe9), 'windows-1252')).toMatchObject({ text: 'é', unreadable: 0 });
  expect(decodeAs(Uint8Array.of(0xe9, 0x20), 'utf-8')).toMatchObject({ text: '\uFFFD ', unreadable: 1 });
});
