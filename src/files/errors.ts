import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const fileErrors = {
  'file/missing': (p: { path: string; status: string }): ErrorText => ({
    message: `Cannot read ${p.path} (${p.status})`,
    hint: 'Check your connection and that the folder is complete, then try again.',
  }),
  'file/part-missing': (p: { reason: string }): ErrorText => ({
    message: `A part of the page could not be fetched (${p.reason})`,
    hint: 'Check your connection, then try again.',
  }),
  'file/invalid': (p: { path: string; expected: string; got: string }): ErrorText => ({
    message: `${p.path}: expected ${p.expected}, got ${p.got}`,
    hint: 'The file is damaged or of another kind. Get a fresh copy, or choose another file.',
  }),
  'file/newer': (p: { path: string; version: string; known: string }): ErrorText => ({
    message: `${p.path} has version ${p.version} of its format, and this version of Lethe reads ${p.known}`,
    hint: 'Reload the page, or update your copy of the project, and open it again.',
  }),
  'model/incomplete': (p: { missing: string; found: string }): ErrorText => ({
    message: `A model needs more files: ${p.missing} (found: ${p.found})`,
    hint: 'Choose the whole folder of a model as Hugging Face lays it out, or one GGUF file.',
  }),
  'model/several': (p: { files: string }): ErrorText => ({
    message: `These are several models: ${p.files}`,
    hint: 'Choose one of them.',
  }),
  'chat/failed': (p: { reason: string }): ErrorText => ({
    message: `The model’s chat template could not be used: ${p.reason}`,
    hint: 'Ask without the chat template: the model then continues the prompt as it stands.',
  }),
  'chat/none': (): ErrorText => ({
    message: 'This model has no chat template',
    hint: 'Ask without it: the model then continues the prompt as it stands.',
  }),
  'model/changed': (p: { name: string; expected: string; got: string }): ErrorText => ({
    message: `${p.name} is no longer the file that it was: its hash begins with ${p.got}, not with ${p.expected}`,
    hint: 'Delete it from your models and open it again, or put the earlier file back.',
  }),
};

export const fail: Fail<ParamsOf<typeof fileErrors>> = failWith(fileErrors);
