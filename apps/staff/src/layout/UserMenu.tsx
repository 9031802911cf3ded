import PersonIcon from '@mui/icons-material/AccountCircleOutlined';
import KeyIcon from '@mui/icons-material/KeyOutlined';
import LogoutIcon from '@mui/icons-material/Logout';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListItemIcon from '@mui/material/ListItemIcon';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { modes } from '../theme/modes';
import { ThemeItem } from '../theme/ThemeItem';
import { useAccount } from '../useMay';
import { LateMenu } from './LateMenu';

export function UserMenu() {
  const t = useTranslate();
  const logout = useLogout();
  const account = useAccount();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!account) return null;
  const roles = [...new Set(account.roles.map(({ role }) => t(`codes.role.${role}`)))].join(', ');
  return (
    <>
      <Button
        color="inherit"
        startIcon={<PersonIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={t('layout.account', { name: account.name })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 40, '& .MuiButton-startIcon': { mr: { xs: 0, sm: 1 } } }}
      >
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
          {account.name}
        </Box>
      </Button>
      <LateMenu anchor={anchor} onClose={() => setAnchor(null)}>
        <Box component="li" role="presentation" sx={{ px: 2, py: 1, maxWidth: 280 }}>
          <strong>{account.name}</strong>
          <Box sx={{ color: 'text.secondary', fontSize: '0.9rem' }}>{roles}</Box>
        </Box>
        <Divider component="li" />
        <Box component="li" role="presentation" sx={{ px: 2, pt: 0.5, fontSize: '0.82rem', fontWeight: 600, color: 'text.secondary' }}>
          {t('layout.theme')}
        </Box>
        {modes.map((at) => (
          <ThemeItem key={at.mode} at={at} />
        ))}
        <Divider component="li" />
        <MenuItem component={Link} to="/account" onClick={() => setAnchor(null)}>
          <ListItemIcon>
            <KeyIcon fontSize="small" />
          </ListItemIcon>
          {t('account.name')}
        </MenuItem>
        <MenuItem onClick={() => void logout()}>
          <ListItemIcon>
            <LogoutIcon fontSize="small" />
          </ListItemIcon>
          {t('ra.auth.logout')}
        </MenuItem>
      </LateMenu>
    </>
  );
}
