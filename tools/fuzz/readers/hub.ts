/** Readers of what the Hugging Face Hub answers, and of what a person names there. */
import { listingOf } from '../../../src/hub/local-hub';
import { parseHubId, parseMirror } from '../../../src/hub/hub-id';
import { fileAddress, parseListing } from '../../../src/hub/repository';
import { textReader, type Reader } from '../reader';

const files = { 'config.json': new Uint8Array(3), 'onnx/model.onnx': new Uint8Array(2000) };
const listing = JSON.stringify(listingOf('me/tiny', files));

export const hubReaders: readonly Reader[] = [
  textReader('list of a repository', [listing], (text) => {
    const { commit, files: listed } = parseListing(text, 'host');
    const place = { repo: 'me/tiny', revision: 'main', commit, mirror: 'https://host' };
    // Wherever a name comes from, its address stays in the repository.
    for (const { name } of listed) {
      const { pathname } = new URL(fileAddress(place, name));
      if (!pathname.startsWith(`/me/tiny/resolve/${commit}/`))
        throw new Error(`${name} leads to ${pathname}`);
    }
  }),
  textReader(
    'name of a model on the Hub',
    ['me/tiny@refs/pr/1', 'https://huggingface.co/me/tiny'],
    (text) => {
      const { repo, revision } = parseHubId(text);
      const { pathname } = new URL(`https://host/${repo}/resolve/${encodeURIComponent(revision)}/x`);
      if (!pathname.startsWith(`/${repo}/resolve/`)) throw new Error(`${text} leads to ${pathname}`);
    },
  ),
  textReader('address of a mirror', ['https://hf-mirror.com/', 'http://localhost:8000'], parseMirror),
];
