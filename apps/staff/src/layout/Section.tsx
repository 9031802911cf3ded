import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';

interface SectionProps {
  title: string;
  id?: string;
  count?: number;
  actions?: ReactNode;
  /** Without a frame of its own padding, for tables and lists that reach the edges. */
  flush?: boolean;
  children: ReactNode;
}

/** A part of a page with its own heading. */
export function Section({ title, id, count, actions, flush, children }: SectionProps) {
  const heading = useId();
  return (
    <Card component="section" aria-labelledby={heading} id={id} tabIndex={id ? -1 : undefined} sx={{ mb: 3, breakInside: 'avoid' }}>
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

interface Asked<T> {
  data: T | undefined;
  isPending: boolean;
  isError: boolean;
  refetch: () => unknown;
}

/** What a section shows while its data are on the way, and when they cannot be had: it fails by itself. */
export function Answered<T>({ query, children }: { query: Asked<T>; children: (data: T) => ReactNode }) {
  const t = useTranslate();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError)
    return (
      <Alert severity="error" sx={{ m: 2 }} action={<Button onClick={() => void query.refetch()}>{t('layout.tryAgain')}</Button>}>
        {t('layout.sectionFailed')}
      </Alert>
    );
  return (
    <Box aria-busy="true" sx={{ p: 2 }}>
      <Skeleton height={32} />
      <Skeleton height={32} width="80%" />
      <Skeleton height={32} width="60%" />
    </Box>
  );
}
