import Button from '@mui/material/Button';
import { type ExportFormat, exportFormats } from '@stegvis/contracts/exports/codes';
import { useNotify, useTranslate } from 'react-admin';
import { fetchFile } from '../fetchFile';
import { useRefusal } from '../useAct';

/** Takes a report out as a file, after a fresh proof of who is at the keyboard where the last one is old, or onto paper. */
export function TakeOutReport({ path }: { path: string }) {
  const t = useTranslate();
  const notify = useNotify();
  const refused = useRefusal();
  const take = async (format: ExportFormat) => {
    try {
      await fetchFile(`/api/${path}/export/${format}`);
      notify('report.fetched', { type: 'success' });
    } catch (error) {
      refused(error);
    }
  };
  return (
    <>
      {exportFormats.map((format) => (
        <Button key={format} onClick={() => void take(format)} variant="outlined">
          {t(`report.${format}`)}
        </Button>
      ))}
      <Button onClick={() => window.print()} variant="text">
        {t('report.print')}
      </Button>
    </>
  );
}
