import { expect, test } from 'vitest';
import { microMade } from '../../../exchange/micro-made';
import { zipPieces } from '../../../store/archive-stream';
import { openMade } from './open-made';

/** As the browser gives the files of a folder. */
function inFolder(path: string, bytes: Uint8Array<ArrayBuffer>): File {
  const file = new File([bytes], path.split('/').at(-1) ?? '');
  return Object.defineProperty(file, 'webkitRelativePath', { value: `made/${path}` });
}
const folder = [...microMade].map(([path, bytes]) => inFolder(path, bytes));
const zipped = (bytes: BlobPart[]) => new File(bytes, 'made.zip');
const zip = [
  ...zipPieces([...microMade].map(([path, bytes]) => ({ path: `made/${path}`, pieces: () => [bytes] }))),
];

test('a folder and a zip file of it have the same run', async () => {
  const { report, adapters } = await openMade(folder);
  expect(report.made?.by).toBe('train.py');
  expect(adapters).toHaveLength(2);
  expect(await openMade([zipped(zip)])).toEqual(await openMade(folder));
});

test('what is not needed of a folder, such as a large checkpoint, is not read', async () => {
  const checkpoint = inFolder('unlearn.checkpoint', new Uint8Array());
  checkpoint.arrayBuffer = () => Promise.reject(new Error('read'));
  expect((await openMade([...folder, checkpoint])).adapters).toHaveLength(2);
});

test('another file in place of the zip file is refused by its name, and a zip file of any name is read', async () => {
  await expect(openMade([new File(['notes'], 'notes.txt')])).rejects.toMatchObject({
    code: 'file/invalid',
    params: { path: 'notes.txt' },
  });
  expect(await openMade([new File(zip, 'MADE.ZIP')])).toEqual(await openMade(folder));
});

test('a damaged zip file is refused by its name', async () => {
  await expect(openMade([zipped(zip.slice(0, -1))])).rejects.toMatchObject({
    code: 'file/invalid',
    params: { path: 'made.zip' },
  });
});
