import Button from '@mui/material/Button';
import { type ExportResource, exportFormats, mostExportedRows } from '@stegvis/contracts/exports/codes';
import { useState } from 'react';
import { minLength, required, TextInput, useListContext, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { CodeInput } from '../inputs/CodeInput';
import { VerbDialog } from '../layout/VerbDialog';
import { useMay } from '../useMay';

interface TakeOutButtonProps {
  resource: ExportResource;
  /** What the list is searched for, which stands in no address. */
  words: string;
}

/** Takes out the list as it is filtered and sorted on the page: asks why, and leads to where the file will be. */
export function TakeOutButton({ resource, words }: TakeOutButtonProps) {
  const t = useTranslate();
  const may = useMay();
  const navigate = useNavigate();
  const { filterValues, sort, total } = useListContext();
  const [asking, setAsking] = useState(false);
  if (!may('exports.create') || !total) return null;
  const filter = { ...filterValues, ...(words && { q: words }) };
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('exported.take')}
      </Button>
      {asking && (
        <VerbDialog
          title={t('exported.title', { list: t(`resources.${resource}.name`, { smart_count: 2 }) })}
          text={t(total > mostExportedRows ? 'exported.tooMany' : 'exported.text', { smart_count: total })}
          resource="exports"
          button="exported.ask"
          done="exported.asked"
          defaultValues={{ format: exportFormats[0] }}
          bodyOf={({ purpose, format }) => ({ resource, purpose, format, filter, sort: sort.field, order: sort.order })}
          onClose={() => setAsking(false)}
          onDone={() => void navigate('/exports')}
        >
          <TextInput
            source="purpose"
            label="resources.exports.fields.purpose"
            multiline
            minRows={2}
            validate={[required(), minLength(20)]}
            helperText="exported.purposeHint"
            autoFocus
          />
          <CodeInput source="format" list="exportFormat" codes={exportFormats} validate={required()} helperText={false} />
        </VerbDialog>
      )}
    </>
  );
}
