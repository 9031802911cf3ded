import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import { useEffect, useState } from 'react';
import { type NotificationPayload, useNotificationContext, useTranslate } from 'react-admin';

const severities = { success: 'success', error: 'error', warning: 'warning', info: 'success' } as const;

/** The latest message, read out by screen readers; a refusal stays long enough to be read. */
export function Notification() {
  const { notifications, takeNotification } = useNotificationContext();
  const t = useTranslate();
  const [shown, setShown] = useState<NotificationPayload>();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (notifications.length === 0) return;
    setShown(takeNotification() ?? undefined);
    setOpen(true);
  }, [notifications, takeNotification]);

  if (!shown) return null;
  const { message, type, notificationOptions } = shown;
  const text = typeof message === 'string' ? t(message, { _: message, ...notificationOptions?.messageArgs }) : message;
  const severity = severities[type as keyof typeof severities] ?? 'info';
  const close = (_event: unknown, reason?: string) => {
    if (reason !== 'clickaway') setOpen(false);
  };
  return (
    <Snackbar
      open={open}
      onClose={close}
      autoHideDuration={severity === 'error' ? 10_000 : 6_000}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
    >
      <Alert
        severity={severity}
        variant="filled"
        onClose={close}
        closeText={t('ra.action.close')}
        sx={{ bgcolor: `${severity}.main`, color: `${severity}.contrastText`, maxWidth: 560 }}
      >
        {text}
      </Alert>
    </Snackbar>
  );
}
