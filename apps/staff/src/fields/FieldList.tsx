import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Names and values, side by side where there is room, stacked in a narrow column. */
export function FieldList({ rows, stacked }: { rows: readonly { label: string; value: ReactNode }[]; stacked?: boolean }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: stacked ? '1fr' : { xs: '1fr', sm: 'minmax(9rem, 2fr) 3fr' },
        columnGap: 2,
        rowGap: stacked ? 0 : { xs: 0, sm: 1 },
      }}
    >
      {rows.map(({ label, value }) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary', ...(stacked && { fontSize: '0.88rem' }) }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, mb: stacked ? 1 : { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
