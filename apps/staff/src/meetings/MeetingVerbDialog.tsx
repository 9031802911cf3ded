import { type MeetingVerb, voidReasons } from '@stegvis/contracts/meetings/codes';
import { BooleanInput, useTranslate } from 'react-admin';
import { CodeRadioInput } from '../inputs/CodeInput';
import { VerbDialog } from '../layout/VerbDialog';

export type DialogVerb = Exclude<MeetingVerb, 'hold'>;

export interface MeetingVerbDialogProps {
  id: string;
  verb: DialogVerb;
  onClose: () => void;
  onDone?: () => void;
}

/** What each verb asks; a meeting is never deleted, it is voided with a reason and stays in history. */
export function MeetingVerbDialog({ id, verb, onClose, onDone }: MeetingVerbDialogProps) {
  const t = useTranslate();
  return (
    <VerbDialog
      title={t(`meeting.${verb}.title`)}
      text={t(`meeting.${verb}.text`)}
      resource="meetings"
      id={id}
      verb={verb}
      button={`meeting.${verb}.button`}
      done={`meeting.${verb}.done`}
      dangerous={verb === 'void'}
      onClose={onClose}
      onDone={onDone}
      defaultValues={defaults[verb]}
    >
      {verb === 'miss' && <BooleanInput source="noticeGiven" label="meeting.miss.noticeGiven" helperText={false} />}
      {verb === 'cancel' && <BooleanInput source="byUs" label="meeting.cancel.byUs" helperText={false} />}
      {verb === 'void' && <CodeRadioInput source="voidReason" list="voidReason" codes={voidReasons} needed label="meeting.void.reason" />}
    </VerbDialog>
  );
}

const defaults: Record<DialogVerb, object> = { miss: { noticeGiven: false }, cancel: { byUs: false }, void: {} };
