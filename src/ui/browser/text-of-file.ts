/** The characters of a file, in whatever encoding a spreadsheet or an editor saved it. */
import { decodeText } from '../../text/reading/encoding';

export async function textOfFile(file: File): Promise<string> {
  return (await decodeText(new Uint8Array(await file.arrayBuffer()))).text;
}
