import Typography from '@mui/material/Typography';
import type { Dashboard } from '@stegvis/contracts/dashboard/dashboard';
import { genders } from '@stegvis/contracts/participants/codes';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { TextLink } from '../fields/TextLink';
import { FigureTable } from '../layout/FigureTable';
import { stageLink } from './links';
import { stageRows } from './stageRows';

const StageChart = lazy(async () => ({ default: (await import('./StageChart')).StageChart }));

export function StageFigures({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslate();
  const rows = stageRows(dashboard.stages);
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('dashboard.stagesOverlap')}
      </Typography>
      <Suspense fallback={<div style={{ height: 300 }} />}>
        <StageChart rows={rows} projectId={dashboard.id} />
      </Suspense>
      <FigureTable
        caption={t('dashboard.byStage')}
        heads={[
          t('resources.stage-periods.fields.stage'),
          ...genders.map((gender) => t(`codes.genderPlural.${gender}`)),
          t('codes.reportColumn.total'),
        ]}
        rows={rows.map((row) => ({
          key: row.stage,
          name: t(`codes.stage.${row.stage}`),
          cells: [
            ...genders.map((gender) => (
              <TextLink
                key={gender}
                to={stageLink(dashboard.id, row.stage, gender)}
                label={`${row[gender]}, ${t(`codes.stage.${row.stage}`)}, ${t(`codes.genderPlural.${gender}`)}`}
              >
                {row[gender]}
              </TextLink>
            )),
            <TextLink
              key="total"
              to={stageLink(dashboard.id, row.stage)}
              label={`${genders.reduce((sum, gender) => sum + row[gender], 0)}, ${t(`codes.stage.${row.stage}`)}`}
            >
              {genders.reduce((sum, gender) => sum + row[gender], 0)}
            </TextLink>,
          ],
        }))}
      />
    </>
  );
}
