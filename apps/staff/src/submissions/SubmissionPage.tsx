import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { type ReportSection, reportSections, smallCell } from '@stegvis/contracts/report-runs/codes';
import type { PublishedRow, Submission } from '@stegvis/contracts/submissions/submission';
import { useState } from 'react';
import { HttpError, useGetOne, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { InstantText } from '../fields/DateText';
import { FieldList } from '../fields/FieldList';
import { useDates } from '../fields/useDates';
import { Answered } from '../layout/Answered';
import { FigureTable } from '../layout/FigureTable';
import { Page } from '../layout/Page';
import { NotFoundPage } from '../layout/PlainPages';
import { Section } from '../layout/Section';
import { CardsWaiting } from '../layout/Skeletons';
import { TakeOutReport } from '../report-runs/TakeOutReport';
import { useMay } from '../useMay';
import { ReturnDialog } from './ReturnDialog';
import { ReturnedAlert } from './ReturnedAlert';

/** A report as it left the project: nobody is named, and small groups are hidden. */
export function SubmissionPage() {
  const t = useTranslate();
  const { period } = useDates();
  const { id = '' } = useParams();
  const query = useGetOne<Submission>('submissions', { id });
  const one = query.data;
  if (query.error instanceof HttpError && query.error.status === 404) return <NotFoundPage />;
  return (
    <Page
      title={one ? t('report.title', { period: period(one.periodStart, one.periodEnd) }) : t('resources.submissions.name', { smart_count: 1 })}
      lead={one?.projectName}
      actions={one && <Actions submission={one} />}
    >
      <Answered query={query} waiting={<CardsWaiting cards={[4, 5, 6]} />}>
        {(submission) => <Published submission={submission} />}
      </Answered>
    </Page>
  );
}

function Actions({ submission }: { submission: Submission }) {
  const t = useTranslate();
  const may = useMay();
  const [asked, setAsked] = useState(false);
  return (
    <>
      {may('submissions.return') && !submission.returnedAt && !submission.replaced && (
        <Button variant="outlined" color="warning" onClick={() => setAsked(true)}>
          {t('submission.return')}
        </Button>
      )}
      <TakeOutReport path={`submissions/${submission.id}`} />
      {asked && <ReturnDialog submission={submission} onClose={() => setAsked(false)} />}
    </>
  );
}

function Published({ submission }: { submission: Submission }) {
  const t = useTranslate();
  const field = (name: string) => t(`resources.submissions.fields.${name}`);
  const hides = submission.rows.some((row) => row.woman === null || row.man === null || row.nonBinary === null || row.total === null);
  return (
    <>
      {submission.replaced && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {t('submission.replacedText')}
        </Alert>
      )}
      <ReturnedAlert of={submission} text={!submission.replaced && t('submission.returnedText')} />
      {hides && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {t('submission.small', { limit: smallCell + 1, most: smallCell })}
        </Alert>
      )}
      {submission.comment && (
        <Section title={t('submission.comment')}>
          <p style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{submission.comment}</p>
        </Section>
      )}
      {(Object.keys(reportSections) as ReportSection[]).map((section) => (
        <PublishedSection key={section} section={section} rows={submission.rows.filter((row) => row.section === section)} />
      ))}
      <Section title={t('submission.about')}>
        <FieldList
          rows={[
            { label: field('submittedAt'), value: <InstantText value={submission.submittedAt} /> },
            { label: field('submittedByName'), value: submission.submittedByName },
            { label: field('ruleVersion'), value: submission.ruleVersion },
          ]}
        />
      </Section>
    </>
  );
}

function PublishedSection({ section, rows }: { section: ReportSection; rows: readonly PublishedRow[] }) {
  const t = useTranslate();
  if (rows.length === 0) return null;
  const hidden = (value: string | null) => value ?? <span title={t('submission.hidden')}>{t('submission.onlyTotal')}</span>;
  return (
    <Section title={t(`codes.reportSection.${section}`)}>
      <FigureTable
        caption={t(`codes.reportSection.${section}`)}
        heads={[
          t('report.row'),
          t('codes.reportColumn.woman'),
          t('codes.reportColumn.man'),
          t('codes.reportColumn.non-binary'),
          t('codes.reportColumn.total'),
        ]}
        rows={rows.map((row) => ({
          key: row.row,
          name: t(`codes.reportRow.${row.row}`),
          cells: [hidden(row.woman), hidden(row.man), hidden(row.nonBinary), hidden(row.total)],
        }))}
      />
    </Section>
  );
}
