import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { ChoiceText } from './ChoiceText';
import type { ChoiceGroup } from './choices';
import type { Listbox } from './useListbox';

interface ChoiceListProps {
  groups: readonly ChoiceGroup[];
  words: readonly string[];
  listbox: Listbox;
  label: string;
}

/** The choices under the headings of their groups; which one is active shows by a ring, not by colour alone. */
export function ChoiceList({ groups, words, listbox, label }: ChoiceListProps) {
  const t = useTranslate();
  let next = 0;
  const numbered = groups.map((group) => ({ ...group, choices: group.choices.map((choice) => ({ choice, index: next++ })) }));
  return (
    <Box {...listbox.list} aria-label={label} sx={{ pb: 1, minHeight: 0, overflowY: 'auto' }}>
      {numbered.map(({ title, choices }) => (
        <Box key={title} role="group" aria-label={t(title)}>
          <Box role="presentation" aria-hidden sx={{ px: 2.5, pt: 1.5, pb: 0.5, fontSize: '0.82rem', fontWeight: 600, color: 'text.secondary' }}>
            {t(title)}
          </Box>
          {choices.map(({ choice, index }) => (
            <Box
              key={'to' in choice ? choice.to : choice.number}
              {...listbox.option(index)}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1.5,
                mx: 1,
                px: 1.5,
                py: 0.75,
                minHeight: 44,
                borderRadius: 2,
                cursor: 'pointer',
                scrollMarginBlock: '2.5rem',
                '&[aria-selected=true]': { bgcolor: 'action.hover', outline: '2px solid', outlineColor: 'primary.main', outlineOffset: '-2px' },
              }}
            >
              <ChoiceText choice={choice} words={words} />
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}
