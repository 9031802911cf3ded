import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import { Link } from 'react-router';
import { useDates } from '../fields/useDates';

export interface Tile {
  label: string;
  value: number;
  /** A list, or a part of this page. */
  to: string;
  urgent?: boolean;
}

/** A part of this page is scrolled to and focused; the route stands in the hash, so the browser cannot do it. */
function targetOf(to: string) {
  if (!to.startsWith('#')) return { to };
  const show = () => {
    const part = document.getElementById(to.slice(1));
    part?.scrollIntoView({ block: 'start' });
    part?.focus({ preventScroll: true });
  };
  return { to: { hash: to }, onClick: show };
}

export function NumberTiles({ label, tiles }: { label: string; tiles: readonly Tile[] }) {
  const { number } = useDates();
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        mb: 3,
        display: 'grid',
        gap: { xs: 1.5, sm: 2 },
        gridTemplateColumns: { xs: '1fr 1fr', sm: `repeat(${tiles.length}, 1fr)` },
      }}
    >
      {tiles.map((tile) => (
        <li key={tile.label}>
          <Card
            component={Link}
            {...targetOf(tile.to)}
            sx={{
              display: 'block',
              height: '100%',
              p: { xs: 1.75, sm: 2.5 },
              color: 'text.primary',
              textDecoration: 'none',
              '&:hover': { borderColor: 'primary.main' },
            }}
          >
            <Box
              component="span"
              sx={{
                display: 'block',
                fontSize: '2rem',
                fontWeight: 650,
                lineHeight: 1.1,
                color: tile.urgent ? 'error.main' : 'primary.main',
                fontVariantNumeric: 'tabular-nums',
              }}
            >
              {number(tile.value)}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary', textDecoration: 'underline', textUnderlineOffset: '0.18em' }}>
              {tile.label}
            </Box>
          </Card>
        </li>
      ))}
    </Box>
  );
}
