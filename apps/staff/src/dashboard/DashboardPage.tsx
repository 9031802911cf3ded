import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Dashboard } from '@stegvis/contracts/dashboard/dashboard';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router';
import { useDates } from '../fields/useDates';
import { Alone } from '../layout/Alone';
import { Answered } from '../layout/Answered';
import { NumberTiles } from '../layout/NumberTiles';
import { Page } from '../layout/Page';
import { Waiting } from '../layout/PlainPages';
import { Section } from '../layout/Section';
import { CardsWaiting } from '../layout/Skeletons';
import { useRead } from '../useRead';
import { activeLink, enteredLink, leftLink, overdueLink, overdueTotal, waitingLink } from './links';
import { OverdueTable } from './OverdueTable';
import { StageFigures } from './StageFigures';
import { TargetFigures } from './TargetFigures';
import { useMyProjects } from './useMyProjects';

export function DashboardPage() {
  const t = useTranslate();
  const navigate = useNavigate();
  const { projectId } = useParams();
  const { projects, isPending } = useMyProjects();
  const chosen = projects.find(({ id }) => id === projectId) ?? projects[0];
  if (isPending) return <Waiting />;
  if (!chosen) return <Page title={t('dashboard.name')}>{t('dashboard.noProject')}</Page>;
  const selector = projects.length > 1 && (
    <TextField
      select
      size="small"
      margin="none"
      label={t('dashboard.project')}
      value={chosen.id}
      onChange={(event) => void navigate(`/dashboard/${event.target.value}`)}
      sx={{ width: { xs: '100%', sm: 420 } }}
    >
      {projects.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
  return <ProjectDashboard key={chosen.id} id={chosen.id} name={chosen.name} selector={selector} />;
}

function ProjectDashboard({ id, name, selector }: { id: string; name: string; selector: ReactNode }) {
  const t = useTranslate();
  const { date } = useDates();
  const query = useRead<Dashboard>(`dashboards/${id}`);
  return (
    <Page
      title={t('dashboard.title', { project: name })}
      lead={query.data && t('dashboard.asOf', { date: date(query.data.today) })}
      actions={selector}
    >
      <Answered query={query} waiting={<CardsWaiting tiles={5} cards={[12, 8]} />}>
        {(dashboard) => <Figures dashboard={dashboard} />}
      </Answered>
    </Page>
  );
}

function Figures({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslate();
  const { id } = dashboard;
  const overdue = overdueTotal(dashboard);
  return (
    <>
      <NumberTiles
        label={t('dashboard.numbers')}
        tiles={[
          { label: t('dashboard.active'), value: dashboard.active, to: activeLink(id) },
          { label: t('dashboard.waiting'), value: dashboard.waiting, to: waitingLink(id) },
          { label: t('dashboard.entered'), value: dashboard.entered, to: enteredLink(id) },
          { label: t('dashboard.left'), value: dashboard.left, to: leftLink(id) },
          { label: t('dashboard.overdue'), value: overdue, to: overdueLink(id), urgent: overdue > 0 },
        ]}
      />
      <Section title={t('dashboard.byStage')}>
        <StageFigures dashboard={dashboard} />
      </Section>
      <Alone title={t('dashboard.targets')}>
        <Section title={t('dashboard.targets')} flush>
          <TargetFigures dashboard={dashboard} />
        </Section>
      </Alone>
      <Alone title={t('dashboard.overdueBySite')}>
        <Section title={t('dashboard.overdueBySite')} flush>
          <OverdueTable dashboard={dashboard} />
        </Section>
      </Alone>
    </>
  );
}
