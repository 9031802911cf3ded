import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Names and values, side by side where there is room. */
export function FieldList({ rows }: { rows: readonly { label: string; value: ReactNode }[] }) {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(9rem, 2fr) 3fr' }, columnGap: 2, rowGap: { xs: 0, sm: 1 } }}>
      {rows.map(({ label, value }) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
