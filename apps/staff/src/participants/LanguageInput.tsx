import { AutocompleteInput, useLocale } from 'react-admin';
import { languageName } from './languageName';

/** Languages that are common among participants, by their ISO 639 codes; their names come from the browser. */
const spoken = [
  'sv',
  'en',
  'ar',
  'so',
  'ti',
  'fa',
  'prs',
  'ku',
  'ckb',
  'ps',
  'uk',
  'ru',
  'pl',
  'tr',
  'es',
  'fr',
  'pt',
  'sq',
  'bs',
  'hr',
  'sr',
  'ro',
  'bg',
  'hu',
  'fi',
  'se',
  'fit',
  'rom',
  'yi',
  'el',
  'it',
  'de',
  'nl',
  'th',
  'vi',
  'zh',
  'am',
  'om',
  'sw',
  'rw',
  'ln',
  'ur',
  'hi',
  'bn',
  'ta',
  'my',
  'et',
  'lv',
  'lt',
  'az',
  'hy',
  'ka',
  'mn',
  'swl',
];

export function LanguageInput({ source }: { source: string }) {
  const locale = useLocale() ?? 'sv';
  const choices = spoken
    .map((id) => ({ id, name: languageName(locale, id) }))
    .filter(({ id, name }) => name !== id)
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  return <AutocompleteInput source={source} choices={choices} translateChoice={false} helperText={false} />;
}
