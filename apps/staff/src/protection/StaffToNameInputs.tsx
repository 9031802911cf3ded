import Box from '@mui/material/Box';
import { mostNamed, namedForDays } from '@stegvis/contracts/protection/limits';
import type { StaffToName } from '@stegvis/contracts/protection/protection';
import { CheckboxGroupInput, DateInput, required, useTranslate } from 'react-admin';
import { addDays, today } from '../fields/dates';
import { Answered } from '../layout/Answered';
import type { useRead } from '../useRead';

interface StaffToNameInputsProps {
  query: ReturnType<typeof useRead<StaffToName[]>>;
  /** Ids of those who are chosen at first, as far as they may be named. */
  chosen: readonly string[];
}

/** Who is named beside the asker, of those who work with the person today; and until when. */
export function StaffToNameInputs({ query, chosen }: StaffToNameInputsProps) {
  return <Answered query={query}>{(staff) => <Inputs staff={staff} chosen={chosen} />}</Answered>;
}

function Inputs({ staff, chosen }: { staff: readonly StaffToName[]; chosen: readonly string[] }) {
  const t = useTranslate();
  const others = staff.filter(({ me }) => !me);
  const asker = staff.find(({ me }) => me);
  const fewEnough = (ids: readonly string[] | undefined) =>
    (ids ?? []).length >= mostNamed ? t('protection.tooMany', { smart_count: mostNamed - 1 }) : undefined;
  return (
    <>
      <Box sx={{ mt: 2 }}>{t('protection.youAreNamed', { name: asker?.name ?? '' })}</Box>
      {others.length > 0 ? (
        <CheckboxGroupInput
          source="staffIds"
          label="protection.others"
          choices={others}
          defaultValue={others.flatMap(({ id }) => (chosen.includes(id) ? id : []))}
          translateChoice={false}
          row={false}
          validate={fewEnough}
          helperText="protection.staffHint"
        />
      ) : (
        <Box sx={{ my: 1, color: 'text.secondary' }}>{t('protection.nobodyElse')}</Box>
      )}
      <DateInput
        source="validTo"
        label="protection.validTo"
        validate={required()}
        helperText="protection.validToHint"
        slotProps={{ htmlInput: { min: today(), max: addDays(today(), namedForDays) } }}
      />
    </>
  );
}
