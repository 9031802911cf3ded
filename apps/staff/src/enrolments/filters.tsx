import { enrolmentStatuses, exitReasons, stages } from '@stegvis/contracts/enrolments/codes';
import { genders } from '@stegvis/contracts/participants/codes';
import { DateInput, SelectArrayInput } from 'react-admin';
import { CodeInput } from '../inputs/CodeInput';
import { choicesOf } from '../inputs/choices';
import { FlagFilter } from '../inputs/FlagFilter';
import { RecordInput } from '../inputs/RecordInput';
import { CellFilter } from './CellFilter';

export const mainFilters = [
  <CodeInput key="status" source="status" list="enrolmentStatus" codes={enrolmentStatuses} helperText={false} />,
  <CodeInput key="openStage" source="openStage" list="stage" codes={stages} helperText={false} />,
  <CodeInput key="gender" source="gender" list="gender" codes={genders} helperText={false} />,
  <RecordInput key="siteId" source="siteId" reference="sites" />,
];

/** What figures link with; each appears when an address carries it, and can be taken away. */
export const hiddenFilters = [
  'projectId',
  'coachId',
  'withoutStage',
  'mainStage',
  'startedFrom',
  'startedTo',
  'endedFrom',
  'endedTo',
  'exitReason',
  'unanswered',
  'entered',
  'left',
  'overdue',
  'reportCellId',
  'participantId',
];

export const moreFilters = [
  <RecordInput key="projectId" source="projectId" reference="projects" />,
  <DateInput key="startedFrom" source="startedFrom" helperText={false} />,
  <DateInput key="startedTo" source="startedTo" helperText={false} />,
  <DateInput key="endedFrom" source="endedFrom" helperText={false} />,
  <DateInput key="endedTo" source="endedTo" helperText={false} />,
  <SelectArrayInput key="exitReason" source="exitReason" choices={choicesOf('exitReason', exitReasons)} helperText={false} />,
  <CodeInput key="mainStage" source="mainStage" list="stage" codes={stages} helperText={false} />,
  <FlagFilter key="withoutStage" source="withoutStage" />,
  <FlagFilter key="unanswered" source="unanswered" />,
  <FlagFilter key="entered" source="entered" />,
  <FlagFilter key="left" source="left" />,
  <FlagFilter key="overdue" source="overdue" />,
  <CellFilter key="reportCellId" source="reportCellId" />,
];
