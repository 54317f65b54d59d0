/** 16-bit floating point: IEEE half and bfloat16, converted to and from f32. */

/** The f32 bits of every half, computed when the first is read: 256 KiB that save a power of two for each number. */
let table: Uint32Array<ArrayBuffer> | null = null;
/** The same bits as numbers. */
let numbers: Float32Array | null = null;

/** IEEE halves → f32. */
export function fromHalves(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const bitsOf = (table ??= makeTable());
  const wide = new Uint32Array(halves.length);
  for (let i = 0; i < wide.length; i++) wide[i] = bitsOf[halves[i] ?? 0] ?? 0;
  return new Float32Array(wide.buffer);
}

const makeTable = (): Uint32Array<ArrayBuffer> =>
  Uint32Array.from({ length: 0x10000 }, (_, half) => widened(half));

/** One IEEE half, by its bits. */
export function fromHalf(half: number): number {
  numbers ??= new Float32Array((table ??= makeTable()).buffer);
  return numbers[half] ?? Number.NaN;
}

/** bfloat16 → f32, of which it is the upper half. */
export function fromBfloat16(values: Uint16Array): Float32Array<ArrayBuffer> {
  const wide = new Uint32Array(values.length);
  for (let i = 0; i < wide.length; i++) wide[i] = (values[i] ?? 0) << 16;
  return new Float32Array(wide.buffer);
}

/** f32 → the nearest halves, ties to even; what is too large becomes infinite. */
export function toHalves(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < halves.length; i++) halves[i] = narrowed(bits[i] ?? 0);
  return halves;
}

// An f32 has 8 bits of exponent (bias 127) and 23 of fraction; a half has 5 (bias 15) and 10.
const INFINITE = 0x7f800000;
/** 2¹⁶, the first power of two that no half holds */
const TOO_LARGE = 0x47800000;
/** 2⁻¹⁴, below which halves have no leading 1 */
const SUBNORMAL = 0x38800000;
/** 2⁻²⁵, half of the smallest half */
const TOO_SMALL = 0x33000000;
/** difference of the biases, in the place of the exponent */
const BIAS = 112 << 23;

function narrowed(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const size = bits & 0x7fffffff;
  if (size > INFINITE) return sign | 0x7e00; // NaN
  if (size >= TOO_LARGE) return sign | 0x7c00;
  if (size >= SUBNORMAL) return sign | shifted(size - BIAS, 13);
  if (size < TOO_SMALL) return sign;
  return sign | shifted((size & 0x7fffff) | 0x800000, 126 - (size >>> 23));
}

/** x / 2ⁿ, rounded to the nearest whole number, ties to even. */
function shifted(x: number, n: number): number {
  const low = x >>> n;
  const rest = x & ((1 << n) - 1);
  const tie = 1 << (n - 1);
  return rest > tie || (rest === tie && low % 2 === 1) ? low + 1 : low;
}

function widened(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 31) return sign | INFINITE | (fraction << 13);
  if (exponent > 0) return sign | (((exponent << 23) + BIAS) | (fraction << 13));
  // fraction · 2⁻²⁴: its highest bit becomes the leading 1.
  if (fraction === 0) return sign;
  const highest = 31 - Math.clz32(fraction);
  return sign | ((highest + 103) << 23) | ((fraction << (23 - highest)) & 0x7fffff);
}
