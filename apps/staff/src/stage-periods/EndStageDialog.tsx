import type { StagePeriod } from '@stegvis/contracts/stage-periods/stage-period';
import { DateInput, required, useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { VerbDialog } from '../layout/VerbDialog';

export function EndStageDialog({ period, onClose }: { period: StagePeriod; onClose: () => void }) {
  const t = useTranslate();
  const stage = t(`codes.stage.${period.stage}`);
  return (
    <VerbDialog
      title={t('stage.endTitle', { stage })}
      resource="stage-periods"
      id={period.id}
      verb="end"
      button="stage.end"
      done="stage.ended"
      defaultValues={{ endDate: today() }}
      onClose={onClose}
    >
      <DateInput source="endDate" validate={required()} helperText={false} />
    </VerbDialog>
  );
}
