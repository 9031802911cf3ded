import { exitFactsWithinDays, exitReasons } from '@stegvis/contracts/enrolments/codes';
import { DateInput, required, useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { withoutEmpty } from '../inputs/bodies';
import { CodeInput } from '../inputs/CodeInput';
import { More } from '../layout/More';
import { VerbDialog } from '../layout/VerbDialog';
import { ExitFactsInputs } from './FactsInputs';

/** Leaving ends the stages that are open; what came of it may be filled in within four weeks. */
export function ExitDialog({ enrolmentId, onClose }: { enrolmentId: string; onClose: () => void }) {
  const t = useTranslate();
  return (
    <VerbDialog
      title={t('enrolment.exitTitle')}
      text={t('enrolment.exitText', { days: exitFactsWithinDays })}
      resource="enrolments"
      id={enrolmentId}
      verb="exit"
      button="enrolment.exit"
      done="enrolment.exited"
      defaultValues={{ endDate: today() }}
      bodyOf={(values) => withoutEmpty(values)}
      onClose={onClose}
    >
      <DateInput source="endDate" validate={required()} helperText={false} />
      <CodeInput source="exitReason" list="exitReason" codes={exitReasons} needed helperText={false} />
      <More label={t('enrolment.exitFactsNow')}>
        <ExitFactsInputs />
      </More>
    </VerbDialog>
  );
}
