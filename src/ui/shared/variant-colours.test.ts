import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { variantColours } from './variant-colours';

const css = readFileSync('src/ui/kit/base.css', 'utf8');
const colours = new Map(
  [...css.matchAll(/(--[\w-]+): light-dark\((#\w+), (#\w+)\);/g)].map(([, name = '', light, dark]) => [
    `var(${name})`,
    { light, dark },
  ]),
);

test.each(['light', 'dark'] as const)(
  'G12 in %s, each model has a colour of its own, which is none of those that mean something else',
  (theme) => {
    const meanings = ['good', 'warn', 'danger', 'accent', 'mark'].map((name) => `var(--${name})`);
    const all = [...Object.values(variantColours), ...meanings].map((name) => colours.get(name)?.[theme]);
    expect(all).not.toContain(undefined);
    expect(new Set(all).size).toBe(all.length);
  },
);
