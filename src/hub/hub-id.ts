/** What names a model of the Hugging Face Hub, as a person writes it. */
import { isThisMachine } from '../base/address';
import { fail } from './errors';

/** The Hub itself. */
export const HUB = 'https://huggingface.co';

const NEWEST = 'main';

export interface HubId {
  /** owner/name */
  readonly repo: string;
  /** a branch, tag or commit */
  readonly revision: string;
}

/** One part of a repository's name: no dot at its beginning, so that it is the name of a folder, too. */
const PART = String.raw`[\w-][\w.-]{0,95}`;
const REPOSITORY = new RegExp(`^${PART}(?:/${PART})?$`, 'u');
const REVISION = /^[\w][\w./-]{0,199}$/u;
/** What a person copies from the address bar. */
const PAGE = /^https:\/\/(?:huggingface\.co|hf\.co)\/([^/\s]+\/[^/\s?#]+)(?:\/tree\/([^/\s?#]+))?\/?$/u;

/** `owner/name`, `owner/name@revision`, or the address of its page. @throws LetheError hub/id */
export function parseHubId(text: string): HubId {
  const asked = text.trim();
  const [, repoOfPage, revisionOfPage] = PAGE.exec(asked) ?? [];
  const at = asked.indexOf('@');
  const [named, of] = at < 0 ? [asked, NEWEST] : [asked.slice(0, at), asked.slice(at + 1)];
  const [repo, revision] = repoOfPage === undefined ? [named, of] : [repoOfPage, revisionOfPage ?? NEWEST];
  if (!REPOSITORY.test(repo) || !REVISION.test(revision) || `${repo}/${revision}`.includes('..'))
    fail('hub/id', { id: text });
  return { repo, revision };
}

/** As `parseHubId` reads it; the newest revision is left out. */
export const showHubId = ({ repo, revision }: HubId): string =>
  revision === NEWEST ? repo : `${repo}@${revision}`;

/** The address of a mirror without a slash at its end; the Hub's if `text` is empty. @throws LetheError hub/mirror */
export function parseMirror(text: string): string {
  const asked = text.trim();
  if (asked === '') return HUB;
  if (!URL.canParse(asked)) return fail('hub/mirror', { address: text });
  const { protocol, hostname, origin, pathname, search, hash, username } = new URL(asked);
  const isAllowed = protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
  if (!isAllowed || search !== '' || hash !== '' || username !== '')
    return fail('hub/mirror', { address: text });
  return origin + pathname.replace(/\/+$/u, '');
}
