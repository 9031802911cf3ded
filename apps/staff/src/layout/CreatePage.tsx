import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import { type ReactNode, useState } from 'react';
import { CreateBase, Form, type RaRecord, type RedirectionSideEffect } from 'react-admin';
import { FormActions } from '../inputs/FormActions';
import { FormProblems } from '../inputs/FormProblems';
import { RequiredNote } from '../inputs/RequiredNote';
import { Page } from './Page';
import { UnsavedGuard } from './UnsavedGuard';

interface CreatePageProps {
  resource: string;
  title: string;
  lead?: ReactNode;
  defaultValues?: object;
  redirect: RedirectionSideEffect;
  bodyOf?: (values: Record<string, unknown>) => object;
  save?: string;
  children: ReactNode;
}

/** Making a record. */
export function CreatePage({ resource, title, lead, defaultValues, redirect, bodyOf, save, children }: CreatePageProps) {
  // Settled once: new default values would wipe what has been typed.
  const [start] = useState(defaultValues);
  return (
    <CreateBase<RaRecord> resource={resource} redirect={redirect} transform={bodyOf as (data: unknown) => RaRecord}>
      <Page narrow title={title} lead={lead}>
        <Card>
          <CardContent sx={{ px: { sm: 3 } }}>
            <Form
              resource={resource}
              defaultValues={start}
              warnWhenUnsavedChanges
              WarnWhenUnsavedChangesComponent={UnsavedGuard}
              noValidate
              disableInvalidFormNotification
            >
              <RequiredNote />
              {children}
              <FormProblems />
              <FormActions label={save} />
            </Form>
          </CardContent>
        </Card>
      </Page>
    </CreateBase>
  );
}
