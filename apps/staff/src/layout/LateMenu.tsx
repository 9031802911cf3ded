import Menu from '@mui/material/Menu';
import { type ReactNode, useState } from 'react';

interface LateMenuProps {
  /** The button that opened it; nothing while it is closed. */
  anchor: HTMLElement | null;
  onClose: () => void;
  children: ReactNode;
}

/** A menu that is made when it is first opened: a list of people has one in every row, and hardly any is. */
export function LateMenu({ anchor, onClose, children }: LateMenuProps) {
  const [used, setUsed] = useState(false);
  if (anchor && !used) setUsed(true);
  if (!used) return null;
  return (
    <Menu anchorEl={anchor} open={anchor !== null} onClose={onClose}>
      {children}
    </Menu>
  );
}
