import { Suspense } from 'react';
import { later } from '../layout/later';
import type { MeetingVerbDialogProps } from './MeetingVerbDialog';

const Dialog = later(async () => (await import('./MeetingVerbDialog')).MeetingVerbDialog);

/** The dialog and the inputs in it are fetched when somebody asks for a verb, not with the page. */
export function MeetingDialog(props: MeetingVerbDialogProps) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
