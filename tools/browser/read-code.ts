/** Reads a QR code from a picture, as a phone would. */
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';

/** What the code in a PNG says; null if it cannot be read. `page` unpacks the picture. */
export async function readCode(page: Page, png: Buffer): Promise<string | null> {
  const { dark, width, height } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    let dark = ''; // a letter for each pixel: an array of numbers takes seconds to arrive
    for (let i = 0; i < data.length; i += 4) dark += (data[i] ?? 0) < 128 ? '1' : '0';
    return { dark, width, height };
  }, png.toString('base64'));
  const pixels = Uint8ClampedArray.from({ length: 4 * dark.length }, (_, i) =>
    dark[i >> 2] === '1' ? 0 : 255,
  );
  return jsQR(pixels, width, height)?.data ?? null;
}
