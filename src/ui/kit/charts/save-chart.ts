/** Saves a chart as a self-contained file: SVG, or PNG at twice its size. */

/** The SVG's text, with the page's colours written out. */
export function svgText(svg: SVGSVGElement): string {
  const styles = getComputedStyle(svg);
  const text = new XMLSerializer().serializeToString(svg);
  return text.replace(/var\((--[\w-]+)\)/g, (_, name: string) =>
    resolved(svg, styles.getPropertyValue(name)),
  );
}

/** Custom properties hold `light-dark(…)` as it was written; a colour property gives the colour itself. */
function resolved(element: Element, value: string): string {
  const probe = document.createElement('span');
  probe.style.color = value;
  element.parentElement?.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** @throws Error if the browser cannot draw it */
export async function pngBlob(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image(width * 2, height * 2);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d')?.drawImage(image, 0, 0, image.width, image.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The figure could not be drawn.'))));
  });
}
