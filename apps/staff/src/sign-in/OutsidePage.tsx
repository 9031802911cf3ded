import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Language } from '@stegvis/contracts/staff/codes';
import { type ReactNode, useEffect } from 'react';
import { LanguageSwitch } from '../layout/LanguageSwitch';
import { Wordmark } from '../layout/Wordmark';
import { ThemeSwitch } from '../theme/ThemeSwitch';

interface OutsidePageProps {
  title: string;
  lead: string;
  onLanguage?: (language: Language) => void;
  children: ReactNode;
}

/** A page for those who are not signed in: one card, and the language within reach. */
export function OutsidePage({ title, lead, onLanguage, children }: OutsidePageProps) {
  useEffect(() => {
    document.title = `${title} · Stegvis`;
  }, [title]);
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', px: 2 }}>
      <Stack component="header" direction="row" sx={{ py: 2, px: { sm: 2 }, justifyContent: 'space-between', alignItems: 'center' }}>
        <Wordmark />
        <LanguageSwitch onChoice={onLanguage} />
      </Stack>
      <Box component="main" sx={{ flexGrow: 1, display: 'flex', justifyContent: 'center', alignItems: { sm: 'center' }, pb: { xs: 2, sm: 8 } }}>
        <Card sx={{ width: '100%', maxWidth: 440, p: { xs: 2.5, sm: 4 }, alignSelf: { xs: 'flex-start', sm: 'auto' } }}>
          <Typography variant="h1">{title}</Typography>
          <Typography color="textSecondary" sx={{ mt: 1, mb: 1 }}>
            {lead}
          </Typography>
          {children}
        </Card>
      </Box>
      <Box component="footer" sx={{ display: 'flex', justifyContent: 'center', pb: 3 }}>
        <ThemeSwitch />
      </Box>
    </Box>
  );
}
