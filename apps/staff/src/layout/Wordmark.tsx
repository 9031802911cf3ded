import Box from '@mui/material/Box';
import { Link } from 'react-router';
import logo from './stegvis.svg';

export function Wordmark() {
  return (
    <Box
      component={Link}
      to="/"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        color: 'primary.main',
        textDecoration: 'none',
        fontWeight: 700,
        fontSize: '1.2rem',
        borderRadius: 1,
        p: 0.5,
      }}
    >
      <Box component="img" src={logo} alt="" sx={{ width: 30, height: 30 }} />
      Stegvis
    </Box>
  );
}
