import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { PrintedOn } from './PrintedOn';

interface PageProps {
  title: string;
  /** What stands in the browser's tab, and so in its history, where the heading names a person: those stay behind on a shared computer. */
  tab?: string;
  /** A line under the heading. */
  lead?: ReactNode;
  /** Buttons beside the heading; the most important first. */
  actions?: ReactNode;
  /** Forms read best in a narrow column. */
  narrow?: boolean;
  children?: ReactNode;
}

/** A page has one heading, which has the focus when the reader comes from another page, and its name stands in the browser's tab, unless it is a person's. */
export function Page({ title, tab = title, lead, actions, narrow, children }: PageProps) {
  useEffect(() => {
    document.title = tab ? `${tab} · Stegvis` : 'Stegvis';
  }, [tab]);
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  // The page that was opened first has the focus where the browser put it.
  const turned = useRef(key !== 'default');
  useEffect(() => {
    if (turned.current) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Box sx={{ maxWidth: narrow ? 720 : 1240, mx: 'auto', width: '100%' }}>
      <PrintedOn />
      <Stack
        direction="row"
        useFlexGap
        spacing={2}
        sx={{ flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', mb: { xs: 2, md: 3 } }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {lead && (
            <Typography component="div" color="textSecondary" sx={{ mt: 0.5 }}>
              {lead}
            </Typography>
          )}
        </Box>
        {actions && (
          <Stack direction="row" useFlexGap spacing={1} className="no-print" sx={{ flexWrap: 'wrap', maxWidth: '100%' }}>
            {actions}
          </Stack>
        )}
      </Stack>
      {children}
    </Box>
  );
}
