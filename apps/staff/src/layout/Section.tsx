import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  id?: string;
  count?: number;
  actions?: ReactNode;
  /** Without a frame of its own padding, for tables and lists that reach the edges. */
  flush?: boolean;
  /** On paper: left out, or free to go on over several sheets. Otherwise a part that fits on one sheet stays on one. */
  paper?: 'none' | 'long';
  children: ReactNode;
}

/** A part of a page with its own heading. */
export function Section({ title, id, count, actions, flush, paper, children }: SectionProps) {
  const heading = useId();
  return (
    <Card
      component="section"
      aria-labelledby={heading}
      id={id}
      tabIndex={-1}
      className={paper === 'none' ? 'no-print' : undefined}
      sx={{ mb: 3, breakInside: paper === 'long' ? 'auto' : 'avoid' }}
    >
      <Stack
        direction="row"
        useFlexGap
        spacing={1}
        sx={{ px: { xs: 2, sm: 3 }, pt: 2, pb: 1, alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' }}
      >
        <Typography variant="h2" id={heading}>
          {title}
          {count !== undefined && ` (${count})`}
        </Typography>
        {actions}
      </Stack>
      <Box sx={flush ? { pb: 0.5 } : { px: { xs: 2, sm: 3 }, pb: 2.5 }}>{children}</Box>
    </Card>
  );
}
