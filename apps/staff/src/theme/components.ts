import type { ThemeOptions } from '@mui/material/styles';
import { colours } from './palette';
import { print } from './print';

const focusRing = { outline: `3px solid ${colours.teal}`, outlineOffset: '2px' };

/** A finger needs 44 pixels; a mouse does not. */
const finger = { '@media (pointer: coarse)': { minHeight: 44, minWidth: 44 } };

export const components: ThemeOptions['components'] = {
  MuiCssBaseline: {
    styleOverrides: {
      html: { scrollPaddingTop: '5.5rem' },
      'a:focus-visible, button:focus-visible, [tabindex]:focus-visible, summary:focus-visible': focusRing,
      '[tabindex="-1"]:focus:not(:focus-visible)': { outline: 'none' },
      time: { whiteSpace: 'nowrap' },
      '@media (prefers-reduced-motion: reduce)': { '*': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
      '.only-print': { display: 'none' },
      '@media print': print,
    },
  },
  MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': focusRing } } },
  MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { minHeight: 40, borderRadius: 8, ...finger } } },
  MuiIconButton: { styleOverrides: { root: { minWidth: 40, minHeight: 40, ...finger } } },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiCard: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: { borderColor: colours.line, borderRadius: 12 } } },
  MuiAppBar: { defaultProps: { elevation: 0, color: 'inherit' } },
  MuiTextField: { defaultProps: { variant: 'outlined', fullWidth: true, margin: 'normal', size: 'small' } },
  MuiFormControl: { defaultProps: { variant: 'outlined', fullWidth: true, margin: 'normal', size: 'small' } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { backgroundColor: colours.paper, '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: colours.ink } },
      notchedOutline: { borderColor: colours.edge },
      // A finger needs 44 pixels.
      input: { '&.MuiInputBase-inputSizeSmall': { paddingTop: 11, paddingBottom: 11 } },
    },
  },
  MuiInputLabel: {
    styleOverrides: {
      root: {
        color: colours.inkSoft,
        '&.MuiInputLabel-sizeSmall.MuiInputLabel-outlined:not(.MuiInputLabel-shrink)': { transform: 'translate(14px, 11px) scale(1)' },
      },
    },
  },
  MuiFormHelperText: { styleOverrides: { root: { color: colours.inkSoft, '&.Mui-error': { color: colours.red } } } },
  // A long name takes two lines rather than an end that nobody can read.
  MuiSelect: { styleOverrides: { select: { whiteSpace: 'normal' } } },
  MuiLink: { defaultProps: { underline: 'always' }, styleOverrides: { root: { textUnderlineOffset: '0.18em', textDecorationThickness: '1px' } } },
  MuiChip: { styleOverrides: { root: { fontWeight: 550, '&.MuiChip-clickable': { minHeight: 36, borderRadius: 22, ...finger } } } },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        color: colours.ink,
        borderColor: colours.edge,
        textTransform: 'none',
        ...finger,
        '&.Mui-selected, &.Mui-selected:hover': { color: colours.tealDark, backgroundColor: colours.tealSoft, fontWeight: 700 },
      },
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: {
        borderColor: colours.line,
        fontSize: '0.94rem',
        padding: '10px 12px',
        '&:first-child': { paddingLeft: 24 },
        '&:last-child': { paddingRight: 24 },
      },
      head: { fontWeight: 650, color: colours.inkSoft },
    },
  },
  MuiMenuItem: { styleOverrides: { root: { '@media (pointer: coarse)': { minHeight: 48 } } } },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.25rem', fontWeight: 650, paddingBottom: 8 } } },
  MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.85rem', backgroundColor: colours.ink, color: colours.paper } } },
  MuiAlert: {
    styleOverrides: {
      root: { borderRadius: 12, color: colours.ink, alignItems: 'center' },
      standard: {
        '&.MuiAlert-colorWarning': { backgroundColor: colours.amberSoft },
        '&.MuiAlert-colorError': { backgroundColor: colours.redSoft },
        '&.MuiAlert-colorSuccess': { backgroundColor: colours.greenSoft },
        '&.MuiAlert-colorInfo': { backgroundColor: colours.blueSoft },
      },
    },
  },
};
