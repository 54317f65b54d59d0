/** QR codes, made by uqr; the only file that imports it. */
import { encode } from 'uqr';

/** Light modules around the code, which readers need to find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** The rows of a QR code with its quiet zone; true: dark. It can be read with up to 15 % of it covered (level M). */
export function qrModules(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: QUIET_ZONE }).data;
}
