import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { NavLink } from 'react-router';
import { ReturnedBadge } from '../report-runs/ReturnedBadge';
import { colours } from '../theme/palette';
import { useMay } from '../useMay';
import { useRead } from '../useRead';
import { type MenuEntry, menu } from './menu';

const everyFiveMinutes = 5 * 60_000;

function DueBadge() {
  const t = useTranslate();
  const may = useMay();
  const { data } = useRead<MyDay>('my-day', { enabled: may('my-day.read'), every: everyFiveMinutes });
  if (!data?.dueCount) return null;
  const label = t('menu.due', { smart_count: data.dueCount });
  return <Badge badgeContent={data.dueCount} max={99} color="error" sx={{ mr: 1.5 }} aria-label={label} title={label} role="img" />;
}

function Entry({ entry }: { entry: MenuEntry }) {
  const t = useTranslate();
  return (
    <li>
      <ListItemButton
        component={NavLink}
        to={entry.to}
        sx={{
          borderRadius: 2,
          mx: 1.5,
          py: 0.75,
          '&.active': { bgcolor: colours.tealSoft, color: colours.tealDark },
          '&.active .MuiListItemText-primary': { fontWeight: 650 },
        }}
      >
        <ListItemText primary={t(entry.label, { smart_count: 2 })} />
        {entry.badge === 'due' && <DueBadge />}
        {entry.badge === 'returned' && <ReturnedBadge />}
      </ListItemButton>
    </li>
  );
}

export function SideMenu() {
  const t = useTranslate();
  const may = useMay();
  const id = useId();
  const groups = menu
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => may(entry.verb)) }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <Box component="nav" aria-label={t('layout.menu')}>
      {groups.map((group) => (
        <Box key={group.label} sx={{ mb: 2 }}>
          {groups.length > 1 && (
            <Typography id={`${id}${group.label}`} sx={{ px: 3.5, pb: 0.5, fontSize: '0.82rem', color: 'text.secondary', fontWeight: 600 }}>
              {t(group.label)}
            </Typography>
          )}
          <List disablePadding aria-labelledby={groups.length > 1 ? `${id}${group.label}` : undefined}>
            {group.entries.map((entry) => (
              <Entry key={entry.to} entry={entry} />
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
}
