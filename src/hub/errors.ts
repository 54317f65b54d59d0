import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

const FROM_FILES = 'Or download its files in the browser, where you are signed in, and open the folder here.';

export const hubErrors = {
  'hub/id': (p: { id: string }): ErrorText => ({
    message: `Expected a model of the Hub such as HuggingFaceTB/SmolLM2-135M, got “${p.id}”`,
    hint: 'Give owner/name as at the top of the model’s page; @ and a branch, tag or commit may follow.',
  }),
  'hub/mirror': (p: { address: string }): ErrorText => ({
    message: `Expected the address of a mirror, beginning with https://, got “${p.address}”`,
    hint: 'Give the address of a host that answers as https://huggingface.co does. http:// is for this machine only.',
  }),
  'hub/not-found': (p: { what: string; host: string }): ErrorText => ({
    message: `${p.host} has no ${p.what}, or does not show it to everyone`,
    hint: `Check the name. ${FROM_FILES}`,
  }),
  'hub/no-revision': (p: { repo: string; revision: string }): ErrorText => ({
    message: `${p.repo} has no revision “${p.revision}”`,
    hint: 'Give a branch, a tag or a whole commit, or none for the newest.',
  }),
  'hub/closed': (p: { what: string; host: string }): ErrorText => ({
    message: `${p.host} shows ${p.what} only to people who are signed in and may see it`,
    hint: `Choose an open model. ${FROM_FILES}`,
  }),
  'hub/busy': (p: { host: string; seconds: string }): ErrorText => ({
    message: `${p.host} allows no more requests for now, and asks to wait ${p.seconds} seconds`,
    hint: 'Wait that long, then go on: what has come is kept.',
  }),
  'hub/failed': (p: { host: string; status: string }): ErrorText => ({
    message: `${p.host} failed (HTTP ${p.status})`,
    hint: 'Try again later: what has come is kept.',
  }),
  'hub/offline': (p: { host: string }): ErrorText => ({
    message: `This device is offline: ${p.host} cannot be asked`,
    hint: 'Connect it, then go on: what has come is kept.',
  }),
  'hub/unreachable': (p: { host: string; reason: string }): ErrorText => ({
    message: `${p.host} cannot be reached (${p.reason})`,
    hint: 'Check the connection and the address of the mirror. A browser reads from a host only if that host lets other pages read (CORS).',
  }),
  'hub/answer': (p: { host: string; expected: string; got: string }): ErrorText => ({
    message: `${p.host} does not answer as the Hub does: expected ${p.expected}, got ${p.got}`,
    hint: 'Check the address of the mirror. A network that asks for a sign-in first answers like this, too.',
  }),
  'hub/no-model': (p: { repo: string; expected: string; found: string }): ErrorText => ({
    message: `${p.repo} has no model that can be opened: expected ${p.expected}, found ${p.found}`,
    hint: 'Choose a repository that has them.',
  }),
  'hub/elsewhere': (p: { title: string }): ErrorText => ({
    message: `Another tab is downloading ${p.title}`,
    hint: 'Let it finish there, or stop it and go on here.',
  }),
  'hub/length': (p: { file: string; expected: string; got: string }): ErrorText => ({
    message: `${p.file}: expected ${p.expected} bytes, got ${p.got}`,
    hint: 'What came was removed. Try again; if it stays so, use another mirror.',
  }),
  'hub/hash': (p: { file: string; expected: string; got: string }): ErrorText => ({
    message: `${p.file} is not what the Hub lists: expected the hash ${p.expected}, got ${p.got}`,
    hint: 'It was removed, and nothing of it is used. Try again; if it stays so, use another mirror.',
  }),
};

export const fail: Fail<ParamsOf<typeof hubErrors>> = failWith(hubErrors);
