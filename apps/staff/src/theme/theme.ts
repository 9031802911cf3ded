import { createTheme } from '@mui/material/styles';
import { components } from './components';
import { colours } from './palette';

const fonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** Calm and warm: a paper-like ground, one deep teal, generous space. Light only, so far. */
export const theme = createTheme({
  palette: {
    mode: 'light',
    primary: { main: colours.teal, dark: colours.tealDark, contrastText: '#ffffff' },
    secondary: { main: colours.ink, contrastText: '#ffffff' },
    error: { main: colours.red },
    warning: { main: colours.amber },
    success: { main: colours.green },
    info: { main: colours.blue },
    text: { primary: colours.ink, secondary: colours.inkSoft },
    background: { default: colours.ground, paper: colours.paper },
    divider: colours.line,
  },
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
