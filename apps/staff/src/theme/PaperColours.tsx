import GlobalStyles from '@mui/material/GlobalStyles';
import type { CSSObject, Theme } from '@mui/material/styles';
import { usePrinting } from '../layout/usePrinting';
import { schemes } from './palette';
import { schemeAttribute } from './theme';

/** The light scheme's variables: those that stand at the root without naming a scheme. */
const lightOf = (theme: Theme) =>
  theme.generateStyleSheets().flatMap((sheet) => Object.entries(sheet).flatMap(([selector, css]) => (selector.startsWith(':root') ? [css] : [])));

/** Paper is white, whatever the screen is: what is printed from the dark scheme has the light one's colours. */
const onPaper = (theme: Theme) => ({
  '@media print': {
    [`:root[${schemeAttribute}='dark']`]: Object.assign({}, ...lightOf(theme)) as CSSObject,
    [`:root, :root[${schemeAttribute}]`]: {
      colorScheme: 'light',
      background: 'none',
      '--stegvis-palette-background-default': '#ffffff',
      '--stegvis-palette-background-paper': '#ffffff',
      '--stegvis-palette-text-primary': '#000000',
      '--stegvis-palette-text-secondary': schemes.light.ink,
    },
  },
});

export function PaperColours() {
  return usePrinting() && <GlobalStyles styles={onPaper} />;
}
