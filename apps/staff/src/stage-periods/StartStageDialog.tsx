import { stages } from '@stegvis/contracts/enrolments/codes';
import { BooleanInput, DateInput, required, useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { CodeRadioInput } from '../inputs/CodeInput';
import { VerbDialog } from '../layout/VerbDialog';

/** Stages may overlap; one of them is the main one. */
export function StartStageDialog({ enrolmentId, onClose }: { enrolmentId: string; onClose: () => void }) {
  const t = useTranslate();
  return (
    <VerbDialog
      title={t('stage.startTitle')}
      text={t('stage.startText')}
      resource="stage-periods"
      button="stage.start"
      done="stage.started"
      defaultValues={{ enrolmentId, startDate: today(), main: true }}
      onClose={onClose}
    >
      <CodeRadioInput source="stage" list="stage" codes={stages} needed />
      <DateInput source="startDate" validate={required()} helperText={false} />
      <BooleanInput source="main" helperText={false} />
    </VerbDialog>
  );
}
