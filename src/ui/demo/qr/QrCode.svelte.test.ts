import { render, screen } from '@testing-library/svelte';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { demo } from '../../i18n/en/demo';
import { addEnglish } from '../../i18n/i18n.svelte';
import QrCode from './QrCode.svelte';

addEnglish({ demo });

/** Pixels across a module, as a reader needs a few. */
const SCALE = 4;

/** Reads the code that the component drew: white, and a black square wherever its path has one. */
function read(svg: Element): string | null {
  const modules = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const size = modules * SCALE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  const path = svg.querySelector('path')?.getAttribute('d') ?? '';
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let i = 0; i < SCALE * SCALE; i++) {
      const row = Number(y) * SCALE + Math.floor(i / SCALE);
      pixels.fill(
        0,
        4 * (row * size + Number(x) * SCALE + (i % SCALE)),
        4 * (row * size + Number(x) * SCALE + (i % SCALE)) + 3,
      );
    }
  return jsQR(pixels, size, size)?.data ?? null;
}

test.each(['https://example.org/lethe/', `https://example.org/${'a/'.repeat(40)}`])(
  '%s is read back',
  (address) => {
    render(QrCode, { address });
    const svg = screen.getByRole('img', { name: `QR code of ${address}` });
    expect(read(svg)).toBe(address);
  },
);
