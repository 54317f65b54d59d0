import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zh } from './zh';

/** Every text with its key: `stage.run`. */
function texts(area: object, path = ''): [string, string][] {
  return Object.entries(area).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[at, value] as [string, string]];
    return texts(typeof value === 'object' && value !== null ? value : {}, at);
  });
}

const slots = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

describe('the page’s texts', () => {
  const chinese = new Map(texts(zh));
  const english = texts(en).filter(([key]) => !key.endsWith('_one'));

  it('are all there in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  });

  it.each(english)('%s has the same slots in both', (key, text) => {
    expect(slots(chinese.get(key) ?? '')).toEqual(slots(text));
  });

  it('are written in Chinese where they have words', () => {
    const names = /\{\{.*?\}\}|WebGPU|WASM|“[^”]*”/g; // slots, and what has one name everywhere
    const same = english.filter(
      ([key, text]) => chinese.get(key) === text && /[a-z]{4}/i.test(text.replace(names, '')),
    );
    expect(same).toEqual([]);
  });
});
