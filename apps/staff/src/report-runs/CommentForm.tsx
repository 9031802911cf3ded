import { type ReportState, reportCommentStates } from '@stegvis/contracts/report-runs/codes';
import type { ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import { useState } from 'react';
import { Form, TextInput, useNotify, useTranslate, useUpdate } from 'react-admin';
import { SubmitButton } from '../inputs/SubmitButton';
import { useRefusal } from '../useAct';
import { useMay } from '../useMay';

/** The leader's own words beside the figures; settled once the report is submitted. */
export function CommentForm({ run }: { run: ReportRunPage }) {
  const t = useTranslate();
  const may = useMay();
  const notify = useNotify();
  const refused = useRefusal();
  const [start] = useState({ comment: run.comment });
  const [update] = useUpdate<ReportRunPage>();
  if (!may('report-runs.change') || !(reportCommentStates as readonly ReportState[]).includes(run.state))
    return <p style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{run.comment ?? t('report.noComment')}</p>;
  const save = async (values: { comment?: string | null }) => {
    try {
      await update(
        'report-runs',
        { id: run.id, data: { comment: values.comment, version: run.version }, previousData: run },
        { mutationMode: 'pessimistic', returnPromise: true },
      );
      notify('report.commentSaved', { type: 'success' });
      return undefined;
    } catch (error) {
      return refused(error);
    }
  };
  return (
    <Form resource="report-runs" record={{}} defaultValues={start} onSubmit={save} noValidate>
      <TextInput source="comment" helperText="report.commentHint" multiline minRows={3} />
      <SubmitButton label={t('report.saveComment')} variant="outlined" />
    </Form>
  );
}
