import type { CSSObject } from '@mui/material/styles';

/** What paper needs: no menus or buttons, nothing cut, links as plain text, and each table's heads on every sheet. */
export const print: CSSObject = {
  '@page': { size: 'A4', margin: '16mm 14mm' },
  body: { fontSize: '10.5pt' },
  '.no-print, button, .MuiButton-root, .MuiSkeleton-root': { display: 'none !important' },
  '.only-print': { display: 'block !important' },
  '#main-content': { padding: '0 !important' },
  // What is fixed or scrolls on a screen would be cut or repeated.
  '*': { overflow: 'visible !important', boxShadow: 'none !important' },
  '.MuiCard-root': {
    position: 'static !important',
    borderColor: '#999999 !important',
    marginBottom: '5mm !important',
    boxDecorationBreak: 'clone',
  },
  'a, a *': { color: '#000000 !important', textDecoration: 'none !important' },
  'h1, h2, h3': { breakAfter: 'avoid' },
  'tr, li, dt, dd, .MuiAlert-root, .recharts-wrapper': { breakInside: 'avoid' },
  thead: { display: 'table-header-group' },
  '.MuiTableCell-root': { paddingTop: '1.2mm !important', paddingBottom: '1.2mm !important', fontSize: '9.5pt !important' },
  // Colours carry meaning in bars and marks, so they are printed, though browsers save ink by themselves.
  '.MuiChip-root, .MuiAlert-root, [aria-hidden], .recharts-wrapper *': { printColorAdjust: 'exact', WebkitPrintColorAdjust: 'exact' },
};
