import { afterEach, expect, test, vi } from 'vitest';
import { cores, correctLanguage, offeredMemory, storageUse, userLanguages } from './browser';

afterEach(() => {
  vi.unstubAllGlobals();
});

const says = (navigator: object): void => {
  vi.stubGlobal('navigator', { language: 'en', languages: [], ...navigator });
};

test('language tags that Intl refuses are left out', () => {
  says({ language: 'C', languages: ['C', 'zh-CN', '', 'en_US', 'en-GB', 'zh-CN'] });
  expect(userLanguages()).toEqual(['zh-CN', 'en-GB']);
  says({ language: 'C', languages: ['C'] });
  expect(userLanguages()).toEqual([]);
});

test('a browser that lists no languages, or something else, has the one it names', () => {
  for (const languages of [undefined, null, 'en', [undefined, 3]]) {
    says({ language: 'fr', languages });
    expect(userLanguages()).toEqual(['fr']);
  }
  says({ language: undefined });
  expect(userLanguages()).toEqual([]);
});

test('an invalid language of the browser is replaced by one that Intl accepts, and a valid one is kept', () => {
  for (const [language, languages, corrected] of [
    ['C', ['C'], 'en'],
    ['c', ['c', 'fr'], 'fr'],
    ['de-AT', ['de-AT', 'en'], 'de-AT'],
  ] as const) {
    says({ language, languages });
    correctLanguage();
    expect(navigator.language).toBe(corrected);
    expect(new Intl.NumberFormat(navigator.language).format(1)).toBe('1');
  }
});

test.each([undefined, 0, -2, 1.5, Number.NaN, '4', Number.POSITIVE_INFINITY])(
  '%s processors count as one',
  (hardwareConcurrency) => {
    says({ hardwareConcurrency });
    expect(cores()).toBe(1);
  },
);

test('a plausible number of processors is believed', () => {
  says({ hardwareConcurrency: 6 });
  expect(cores()).toBe(6);
});

test.each<readonly [said: unknown, offered: number]>([
  [2, 1],
  [64, 4],
  [0.25, 0.125],
  ...[undefined, 0, -8, 1e-9, Number.NaN, Number.POSITIVE_INFINITY, '2'].map((said) => [said, 4] as const),
])('of %s GB of memory, a model may take %s GB', (deviceMemory, offered) => {
  says({ deviceMemory });
  expect(offeredMemory()).toBe(offered * 2 ** 30);
});

test('the storage in use is unknown unless the browser gives both sizes', async () => {
  const estimating = (estimate: () => Promise<StorageEstimate>) => {
    says({ storage: { estimate } });
    return storageUse();
  };
  expect(await estimating(() => Promise.resolve({ usage: 3, quota: 10 }))).toEqual({ used: 3, most: 10 });
  expect(await estimating(() => Promise.resolve({ usage: 3 }))).toBeNull();
  expect(await estimating(() => Promise.resolve({ usage: Number.NaN, quota: 10 }))).toBeNull();
  expect(await estimating(() => Promise.reject(new TypeError('denied')))).toBeNull();
  says({});
  expect(await storageUse()).toBeNull();
  says({ storage: {} });
  expect(await storageUse()).toBeNull();
});
