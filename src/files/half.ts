/** 16-bit floating point: IEEE half and bfloat16, converted to and from f32. */
const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

/** IEEE half → number. */
export function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Number → nearest IEEE half (ties to even). */
export function toHalf(x: number): number {
  float[0] = x;
  const b = bits[0] ?? 0;
  const sign = (b >>> 16) & 0x8000;
  const magnitude = Math.abs(x);
  if (Number.isNaN(x)) return sign | 0x7e00;
  if (magnitude >= 65520) return sign | 0x7c00;
  if (magnitude < 2 ** -14) return sign | roundEven(magnitude * 2 ** 24);
  const exponent = ((b >>> 23) & 0xff) - 127;
  return sign | (((exponent + 15) << 10) + roundEven((magnitude / 2 ** exponent - 1) * 1024));
}

function roundEven(x: number): number {
  const low = Math.floor(x);
  const rest = x - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low;
}

export const fromHalves = (halves: Uint16Array): Float32Array => Float32Array.from(halves, fromHalf);
export const toHalves = (numbers: Float32Array): Uint16Array => Uint16Array.from(numbers, toHalf);

/** bfloat16 is the upper half of an f32. */
export function fromBfloat16(values: Uint16Array): Float32Array {
  const wide = Uint32Array.from(values, (value) => value << 16);
  return new Float32Array(wide.buffer);
}
