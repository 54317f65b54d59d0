/** What a repository of the Hub holds at one commit: every file with its length and hash. */
import { hostOf } from '../base/address';
import { gitBlobOfParts, sha256OfParts, type PartHash } from '../base/hash-parts';
import { parseJson } from '../base/json';
import { v, validate } from '../base/schema';
import { askHub } from './ask-hub';
import { fail } from './errors';
import { type HubId } from './hub-id';

/** SHA-256 of a large file, or the SHA-1 by which Git names a small one; in hex digits. */
interface HubHash {
  readonly kind: 'sha256' | 'git';
  readonly hex: string;
}

export interface HubFile {
  /** path in the repository, with slashes */
  readonly name: string;
  readonly bytes: number;
  readonly hash: HubHash;
}

/** What names a repository at one commit, and where it is asked for. */
export interface HubPlace extends HubId {
  /** the commit that the revision was when it was asked for */
  readonly commit: string;
  /** address of the Hub or a mirror, without a slash at its end */
  readonly mirror: string;
}

export interface Repository extends HubPlace {
  /** by name */
  readonly files: readonly HubFile[];
}

export const hashOfParts = ({ hash, bytes }: HubFile): PartHash =>
  hash.kind === 'sha256' ? sha256OfParts() : gitBlobOfParts(bytes);

/** Where a file of the commit is fetched. */
export const fileAddress = ({ mirror, repo, commit }: HubPlace, name: string): string =>
  `${mirror}/${repo}/resolve/${commit}/${name.split('/').map(encodeURIComponent).join('/')}`;

/** Most bytes of an answer of the Hub, and of a file that is read into memory. */
export const MOST_IN_MEMORY = 32 * 2 ** 20;

/** Asks for the list. @throws LetheError as `askHub`, hub/answer; the signal's reason */
export async function listRepository(
  { repo, revision }: HubId,
  mirror: string,
  signal: AbortSignal,
): Promise<Repository> {
  const address = `${mirror}/api/models/${repo}/revision/${encodeURIComponent(revision)}?blobs=true`;
  const answer = await askHub({ address, what: repo, revision: { repo, revision } }, signal);
  const text = await wholeText(answer.chunks(), hostOf(mirror));
  return { repo, revision, mirror, ...parseListing(text, hostOf(mirror)) };
}

async function wholeText(chunks: AsyncIterable<Uint8Array>, host: string): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_IN_MEMORY)
      fail('hub/answer', { host, expected: `at most ${MOST_IN_MEMORY} bytes`, got: 'more' });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const length = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`, 'u')));
const schema = v.looseObject({
  sha: hex(40),
  siblings: v.array(
    v.looseObject({
      rfilename: v.string(),
      size: v.nullish(length),
      blobId: v.nullish(hex(40)),
      lfs: v.nullish(v.looseObject({ sha256: hex(64), size: v.nullish(length) })),
    }),
  ),
});

/**
 * The list in an answer of the Hub (`/api/models/…/revision/…?blobs=true`). A file without length or hash is left out, as
 * is one whose name leads out of the repository. @throws LetheError hub/answer
 */
export function parseListing(text: string, host: string): Pick<Repository, 'commit' | 'files'> {
  const bad = (expected: string, got: string): never => fail('hub/answer', { host, expected, got });
  const { sha, siblings } = validate(schema, parseJson(text, bad), ({ field, expected, got }) =>
    bad(`${expected} at ${field}`, got),
  );
  const files = siblings.flatMap(({ rfilename: name, size, blobId, lfs }): HubFile[] => {
    const bytes = lfs?.size ?? size;
    const hash = lfs ? { kind: 'sha256' as const, hex: lfs.sha256 } : { kind: 'git' as const, hex: blobId };
    if (typeof bytes !== 'number' || typeof hash.hex !== 'string' || !isInside(name)) return [];
    return [{ name, bytes, hash: { kind: hash.kind, hex: hash.hex } }];
  });
  return { commit: sha, files: files.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

const MOST_NAME = 400;

/** Whether a path stays in its folder on every system, and names a file there. */
const isInside = (name: string): boolean =>
  name.length <= MOST_NAME &&
  name.split('/').every((part) => /^[^\\:*?"<>|\p{Cc}\p{Cs}]+$/u.test(part) && !/^\.+$/u.test(part));
