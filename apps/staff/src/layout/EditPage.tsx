import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { EditBase, Form, HttpError, type RaRecord, type RedirectionSideEffect, useEditContext, useNotify, useTranslate } from 'react-admin';
import { FormActions } from '../inputs/FormActions';
import { FormProblems } from '../inputs/FormProblems';
import { RequiredNote } from '../inputs/RequiredNote';
import { Page } from './Page';
import { Waiting } from './PlainPages';
import { UnsavedGuard } from './UnsavedGuard';

interface EditPageProps<R extends RaRecord> {
  resource: string;
  title: (record: R) => string;
  /** See `Page`. */
  tab?: string;
  lead?: (record: R) => ReactNode;
  actions?: ReactNode;
  redirect: RedirectionSideEffect;
  bodyOf?: (values: R) => object;
  children: ReactNode;
}

/** A text that is being changed is never replaced by what another window saved meanwhile. */
const onlyWhenOpened = { refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** Changing a record: saved only when the server has said so, and never over somebody else's change. */
export function EditPage<R extends RaRecord>({ resource, title, tab, lead, actions, redirect, bodyOf, children }: EditPageProps<R>) {
  const notify = useNotify();
  const queries = useQueryClient();
  // What was read before is not shown first: the fresh record would arrive in the middle of a word, and replace it.
  useState(() => queries.removeQueries({ queryKey: [resource, 'getOne'] }));
  const [stale, setStale] = useState(false);
  const onError = (error: unknown) => {
    if (error instanceof HttpError && [409, 412].includes(error.status) && error.body?.current) setStale(true);
    else if (!(error instanceof HttpError && error.body?.errors))
      notify(error instanceof Error ? error.message : 'layout.unavailable', { type: 'error' });
  };
  return (
    <EditBase
      resource={resource}
      mutationMode="pessimistic"
      redirect={redirect}
      transform={bodyOf as (data: unknown) => object}
      mutationOptions={{ onError }}
      queryOptions={onlyWhenOpened}
    >
      <Opened<R> resource={resource} title={title} tab={tab} lead={lead} actions={actions} stale={stale} onFresh={() => setStale(false)}>
        {children}
      </Opened>
    </EditBase>
  );
}

interface OpenedProps<R extends RaRecord> extends Pick<EditPageProps<R>, 'resource' | 'title' | 'tab' | 'lead' | 'actions' | 'children'> {
  stale: boolean;
  onFresh: () => void;
}

function Opened<R extends RaRecord>({ resource, title, tab, lead, actions, stale, onFresh, children }: OpenedProps<R>) {
  const t = useTranslate();
  const { record, refetch } = useEditContext<R>();
  if (!record) return <Waiting />;
  const readAnew = () => void refetch().then(onFresh);
  return (
    <Page narrow title={title(record)} tab={tab} lead={lead?.(record)} actions={actions}>
      <Card>
        <CardContent sx={{ px: { sm: 3 } }}>
          <Form resource={resource} warnWhenUnsavedChanges WarnWhenUnsavedChangesComponent={UnsavedGuard} noValidate disableInvalidFormNotification>
            <RequiredNote />
            {children}
            <FormProblems />
            {stale && (
              <Alert severity="warning" sx={{ my: 2 }} action={<Button onClick={readAnew}>{t('layout.readAnew')}</Button>}>
                {t('layout.stale')}
              </Alert>
            )}
            <FormActions />
          </Form>
        </CardContent>
      </Card>
    </Page>
  );
}
