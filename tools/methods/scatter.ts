/** Forgotten × kept as an SVG: a point for each seed of each method, and its name at their mean. */
import { linearScale } from '../../src/ui/kit/charts/scales';
import type { MethodSummary } from './summary';

const WIDTH = 640;
const HEIGHT = 480;
const MARGIN = 56;

type Point = Pick<MethodSummary, 'title' | 'forgotten' | 'kept'> & {
  readonly runs: readonly { readonly forgotten: number; readonly kept: number }[];
};

export function scatter(methods: readonly Point[]): string {
  const x = linearScale(0, 1, MARGIN, WIDTH - MARGIN);
  const y = linearScale(0, 1, HEIGHT - MARGIN, MARGIN);
  const [bottom, left] = [HEIGHT - MARGIN, MARGIN];
  const ticks = x.ticks(5).flatMap((share) => {
    const percent = `${Math.round(100 * share)}%`;
    return [
      `<path d="M${x.at(share)} ${bottom}V${MARGIN}M${left} ${y.at(share)}H${WIDTH - MARGIN}" stroke="#ddd"/>`,
      `<text x="${x.at(share)}" y="${bottom + 18}" text-anchor="middle">${percent}</text>`,
      `<text x="${left - 8}" y="${y.at(share) + 4}" text-anchor="end">${percent}</text>`,
    ];
  });
  const points = methods.flatMap(({ title, forgotten, kept, runs }, i) => {
    const colour = `hsl(${(360 * i) / methods.length} 65% 40%)`;
    const isRight = forgotten > 0.6;
    const [dx, anchor] = isRight ? [-10, 'end'] : [10, 'start'];
    return [
      ...runs.map(
        (run) => `<circle cx="${x.at(run.forgotten)}" cy="${y.at(run.kept)}" r="4" fill="${colour}"/>`,
      ),
      `<text x="${x.at(forgotten) + dx}" y="${y.at(kept) + 4}" text-anchor="${anchor}" fill="${colour}">${title}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    `<title>Share forgotten and share kept, by method</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...ticks,
    `<text x="${WIDTH / 2}" y="${HEIGHT - 12}" text-anchor="middle">forgotten</text>`,
    `<text transform="translate(16 ${HEIGHT / 2}) rotate(-90)" text-anchor="middle">kept</text>`,
    ...points,
    '</svg>\n',
  ].join('\n');
}
