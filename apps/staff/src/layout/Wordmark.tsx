import Box from '@mui/material/Box';
import { Link } from 'react-router';

export function Wordmark() {
  return (
    <Box component={Link} to="/" sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'primary.main', textDecoration: 'none', fontWeight: 700, fontSize: '1.2rem', borderRadius: 1, p: 0.5 }}>
      <Box component="img" src="/stegvis.svg" alt="" sx={{ width: 30, height: 30 }} />
      Stegvis
    </Box>
  );
}
