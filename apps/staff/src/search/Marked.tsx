import Box from '@mui/material/Box';
import { partsOfName } from '@stegvis/contracts/search/name-form';

/** A name with what was searched for in it standing out, by more than a colour. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return partsOfName(text, words).map(({ text: part, match }, index) =>
    match ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
      <Box component="mark" key={index} sx={{ bgcolor: 'transparent', color: 'inherit', fontWeight: 750, textDecoration: 'underline' }}>
        {part}
      </Box>
    ) : (
      part
    ),
  );
}
