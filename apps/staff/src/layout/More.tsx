import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useId, useState } from 'react';
import { useTranslate } from 'react-admin';

/** What is seldom needed; its inputs stay in the form while they are out of sight. */
export function More({ label, children }: { label?: string; children: ReactNode }) {
  const t = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ my: 1 }}>
      <Button
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        aria-controls={id}
        endIcon={<ExpandMoreIcon sx={{ transform: open ? 'rotate(180deg)' : undefined }} />}
      >
        {label ?? t('layout.more')}
      </Button>
      <Box id={id} hidden={!open}>
        {children}
      </Box>
    </Box>
  );
}
