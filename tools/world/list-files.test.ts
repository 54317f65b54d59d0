import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FILE_LIST } from '../../src/files/listed';
import { dataSets, filesOf } from './list-files';

const shipped = dataSets('public');

test('every shipped data set is found, the lesson too', () => {
  expect(shipped.sort()).toEqual([
    'public/lessons/whos-harry-potter',
    'public/worlds/marrowmere',
    'public/worlds/reversed',
  ]);
});

test.each(shipped)('%s lists the files that it has', (folder) => {
  expect(JSON.parse(readFileSync(`${folder}/${FILE_LIST}`, 'utf8'))).toEqual(filesOf(folder));
});
