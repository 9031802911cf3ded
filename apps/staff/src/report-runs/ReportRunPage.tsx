import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { type ReportState, reportTransitions } from '@stegvis/contracts/report-runs/codes';
import type { ReportRunPage as RunWithCells } from '@stegvis/contracts/report-runs/report-run';
import { useState } from 'react';
import { HttpError, useGetOne, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { ReportStateTag } from '../fields/Tag';
import { useDates } from '../fields/useDates';
import { Answered } from '../layout/Answered';
import { Page } from '../layout/Page';
import { NotFoundPage } from '../layout/PlainPages';
import { Section } from '../layout/Section';
import { CardsWaiting } from '../layout/Skeletons';
import { ReturnedAlert } from '../submissions/ReturnedAlert';
import { useMay } from '../useMay';
import { CheckDialog } from './CheckDialog';
import { CommentForm } from './CommentForm';
import { RenewDialog } from './RenewDialog';
import { ReportSections } from './ReportSections';
import { RunHistory } from './RunHistory';
import { SubmitDialog } from './SubmitDialog';
import { TakeOutReport } from './TakeOutReport';

const soon = 2000;

/** While the worker builds the figures, the page asks again until they are there. */
const untilBuilt = (run: RunWithCells | undefined) => (run?.state === 'requested' ? soon : false);

export function ReportRunPage() {
  const t = useTranslate();
  const { period } = useDates();
  const { id = '' } = useParams();
  const query = useGetOne<RunWithCells>('report-runs', { id }, { refetchInterval: (asked) => untilBuilt(asked.state.data) });
  // Coming from the list, its row stands in until the answer is here; a row has no figures.
  const run = query.data && 'cells' in query.data ? query.data : undefined;
  if (query.error instanceof HttpError && query.error.status === 404) return <NotFoundPage />;
  return (
    <Page
      title={run ? t('report.title', { period: period(run.periodStart, run.periodEnd) }) : t('resources.report-runs.name', { smart_count: 1 })}
      lead={run && <Lead run={run} />}
      actions={run && <Actions run={run} />}
    >
      <Answered query={{ ...query, data: run }} waiting={<CardsWaiting cards={[4, 5, 6]} />}>
        {(built) => <Run run={built} />}
      </Answered>
    </Page>
  );
}

function Lead({ run }: { run: RunWithCells }) {
  return (
    <>
      {run.projectName} <ReportStateTag state={run.state} />
    </>
  );
}

const allows = (verb: keyof typeof reportTransitions, state: ReportState) => (reportTransitions[verb].from as readonly ReportState[]).includes(state);

function Actions({ run }: { run: RunWithCells }) {
  const t = useTranslate();
  const may = useMay();
  const [asked, setAsked] = useState<'check' | 'submit'>();
  const close = () => setAsked(undefined);
  return (
    <>
      {may('report-runs.check') && allows('check', run.state) && (
        <Button variant="contained" onClick={() => setAsked('check')}>
          {t('report.check')}
        </Button>
      )}
      {may('report-runs.submit') && allows('submit', run.state) && (
        <Button variant="contained" onClick={() => setAsked('submit')}>
          {t('report.submit')}
        </Button>
      )}
      {run.builtAt && <TakeOutReport path={`report-runs/${run.id}`} />}
      {asked === 'check' && <CheckDialog run={run} onClose={close} />}
      {asked === 'submit' && <SubmitDialog run={run} onClose={close} />}
    </>
  );
}

/** What the funder has sent back, and the way on as long as nothing has taken its place. */
function Returned({ run }: { run: RunWithCells }) {
  const t = useTranslate();
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const open = run.state === 'returned';
  return (
    <>
      <ReturnedAlert
        of={run}
        text={open && t('report.returnedText')}
        action={
          open &&
          may('report-runs.request') && (
            <Button color="inherit" variant="outlined" onClick={() => setAsked(true)}>
              {t('report.renew')}
            </Button>
          )
        }
      />
      {asked && <RenewDialog run={run} onClose={() => setAsked(false)} />}
    </>
  );
}

function Run({ run }: { run: RunWithCells }) {
  const t = useTranslate();
  if (run.state === 'requested')
    return (
      <Alert severity="info" role="status" icon={false}>
        {t('report.building')}
        <LinearProgress sx={{ mt: 1 }} aria-label={t('report.building')} />
      </Alert>
    );
  return (
    <>
      <Returned run={run} />
      <ReportSections cells={run.cells} />
      <Section title={t('report.comment')}>
        <CommentForm key={run.state} run={run} />
      </Section>
      <Section title={t('report.history')}>
        <RunHistory run={run} />
      </Section>
    </>
  );
}
