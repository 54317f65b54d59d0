/** Title and help of a setting, in the language in use. */
import { methods, methodNames } from '../../../methods/catalogue';
import type { SettingWords } from '../../../methods/method';
import { leafNamed, type SettingName } from '../../../methods/settings';
import { language, textsOf } from '../../i18n/i18n.svelte';

/** A choice also has words for its options. */
type Words = SettingWords & { readonly options?: Readonly<Record<string, SettingWords>> };

/** The words of a method's own setting are beside the method; those of any other, among the page's texts. */
export function settingWords(name: SettingName): Words {
  const [group, inner = ''] = leafNamed(name).path;
  const method = methodNames.find((one) => one === group);
  const shared: Readonly<Partial<Record<SettingName, Words>>> = textsOf('settings');
  if (!method) return shared[name] ?? { name, help: '' };
  const own: Readonly<Record<string, SettingWords>> = methods[method].words[language()].settings;
  return own[inner] ?? { name, help: '' };
}

export function optionWords(name: SettingName, option: string): SettingWords {
  return settingWords(name).options?.[option] ?? { name: option, help: '' };
}
