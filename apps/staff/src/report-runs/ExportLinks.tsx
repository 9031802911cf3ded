import Button from '@mui/material/Button';
import { useLocaleState, useTranslate } from 'react-admin';

/** Plain links: the browser downloads the file with the same session. They say the language, since a link sends the browser's own. */
export function ExportLinks({ path }: { path: string }) {
  const t = useTranslate();
  const [language] = useLocaleState();
  return (
    <>
      <Button href={`/api/${path}/export/xlsx?language=${language}`} download variant="outlined">
        {t('report.xlsx')}
      </Button>
      <Button href={`/api/${path}/export/csv?language=${language}`} download variant="outlined">
        {t('report.csv')}
      </Button>
      <Button onClick={() => window.print()} variant="text">
        {t('report.print')}
      </Button>
    </>
  );
}
