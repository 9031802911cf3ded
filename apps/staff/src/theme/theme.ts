import { type ColorSystemOptions, createTheme } from '@mui/material/styles';
import { components } from './components';
import { type Colours, cssVarPrefix, schemes } from './palette';

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true;
  }
  interface Palette {
    own: Colours;
  }
  interface PaletteOptions {
    own?: Colours;
  }
}

/** Where the page says which scheme it shows; `index.html` sets it before the first paint. */
export const schemeAttribute = 'data-theme';
/** Where this browser remembers light, dark or as the system; `index.html` reads it too. */
export const modeKey = 'stegvis-theme';

const fonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

const schemeOf = (own: Colours): ColorSystemOptions => ({
  palette: {
    primary: { main: own.teal, dark: own.tealDark, contrastText: own.onTeal },
    secondary: { main: own.ink, contrastText: own.paper },
    error: { main: own.red, contrastText: own.onTeal },
    warning: { main: own.amber, contrastText: own.onTeal },
    success: { main: own.green, contrastText: own.onTeal },
    info: { main: own.blue, contrastText: own.onTeal },
    text: { primary: own.ink, secondary: own.inkSoft },
    background: { default: own.ground, paper: own.paper },
    divider: own.line,
    own,
  },
});

/** Calm and warm: a paper-like ground, one deep teal, generous space; the same by night. Making it takes a phone a tenth of a second. */
export const makeTheme = () =>
  createTheme({
    cssVariables: { cssVarPrefix, colorSchemeSelector: schemeAttribute },
    colorSchemes: { light: schemeOf(schemes.light), dark: schemeOf(schemes.dark) },
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: fonts,
      fontSize: 15,
      h1: { fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.25, letterSpacing: '-0.01em' },
      h2: { fontSize: '1.2rem', fontWeight: 650, lineHeight: 1.3 },
      h3: { fontSize: '1.02rem', fontWeight: 650, lineHeight: 1.35 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components,
  });
