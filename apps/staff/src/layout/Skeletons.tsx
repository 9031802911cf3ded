import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';

import { type ReactNode, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { onlyHeard } from '../theme/onlyHeard';

/** Tells those who do not see the grey shapes, but only once it takes a while. */
function Coming({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box aria-busy="true">
      <Box role="status" sx={onlyHeard}>
        {late && t('ra.page.loading')}
      </Box>
      {children}
    </Box>
  );
}

function Lines({ count }: { count: number }) {
  return Array.from({ length: count }, (_, line) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place
    <Skeleton key={line} height={32} width={['100%', '82%', '64%'][line % 3]} />
  ));
}

/** A few lines of text. */
export function LinesWaiting({ count = 3 }: { count?: number }) {
  return (
    <Coming>
      <Box sx={{ p: 2 }}>
        <Lines count={count} />
      </Box>
    </Coming>
  );
}

/** A page that begins with tiles and goes on with cards, before its answer is here; it has the height of what is coming. */
export function CardsWaiting({ tiles = 0, cards = [6, 4] }: { tiles?: number; cards?: readonly number[] }) {
  return (
    <Coming>
      {tiles > 0 && (
        <Box sx={{ mb: 3, display: 'grid', gap: { xs: 1.5, sm: 2 }, gridTemplateColumns: { xs: '1fr 1fr', sm: `repeat(${tiles}, 1fr)` } }}>
          {Array.from({ length: tiles }, (_, tile) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a tile is nothing but its place
            <Card key={tile} sx={{ p: { xs: 1.75, sm: 2.5 } }}>
              <Skeleton width={56} height={35} />
              <Skeleton width="70%" />
            </Card>
          ))}
        </Box>
      )}
      {cards.map((lines, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card is nothing but its place
        <Card key={card} sx={{ mb: 3, p: { xs: 2, sm: 3 } }}>
          <Skeleton width="40%" height={36} sx={{ mb: 1 }} />
          <Lines count={lines} />
        </Card>
      ))}
    </Coming>
  );
}
