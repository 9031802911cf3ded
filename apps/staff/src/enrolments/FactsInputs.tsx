import { citizenships, educationLevels, incomeSources, labourStatuses, voluntaryAnswers } from '@stegvis/contracts/enrolments/codes';
import { CheckboxGroupInput, DateInput, TextInput } from 'react-admin';
import { CodeInput, CodeRadioInput } from '../inputs/CodeInput';
import { choicesOf } from '../inputs/choices';
import { YesNoInput } from '../inputs/YesNoInput';

/** How things were on the day of entry. Where a protected person lives is stored nowhere, the municipality included. */
export function EntryFactsInputs({ municipality = true }: { municipality?: boolean }) {
  return (
    <>
      <CodeInput source="labourStatus" list="labourStatus" codes={labourStatuses} helperText={false} />
      <DateInput source="unemployedSince" helperText={false} />
      <CodeInput source="educationLevel" list="educationLevel" codes={educationLevels} helperText={false} />
      <CodeInput source="citizenship" list="citizenship" codes={citizenships} helperText={false} />
      <YesNoInput source="bornAbroad" />
      <YesNoInput source="parentsBornAbroad" />
      {municipality && (
        <TextInput
          source="municipalityCode"
          helperText="enrolment.municipalityHint"
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
        />
      )}
      <CheckboxGroupInput source="incomeSources" choices={choicesOf('incomeSource', incomeSources)} row={false} helperText={false} />
    </>
  );
}

/** How things are within four weeks after leaving. */
export function ExitFactsInputs() {
  return (
    <>
      <CodeInput source="exitLabourStatus" list="labourStatus" codes={labourStatuses} helperText={false} />
      <YesNoInput source="exitJobSeeking" />
      <YesNoInput source="exitInEducation" />
      <YesNoInput source="exitQualification" />
    </>
  );
}

/** Voluntary: "rather not say" is an answer, "not asked" is a task. */
export function VoluntaryInputs() {
  return (['disability', 'minority', 'housingExclusion'] as const).map((source) => (
    <CodeRadioInput key={source} source={source} list="voluntary" codes={voluntaryAnswers} />
  ));
}
