import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { Dashboard } from '@stegvis/contracts/dashboard/dashboard';
import { genders } from '@stegvis/contracts/participants/codes';
import { Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { TextLink } from '../fields/TextLink';
import { Alone } from '../layout/Alone';
import { FigureTable } from '../layout/FigureTable';
import { later } from '../layout/later';
import { stageLink } from './links';
import { stageRows } from './stageRows';

const StageChart = later(async () => (await import('./StageChart')).StageChart);

export function StageFigures({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslate();
  const rows = stageRows(dashboard.stages);
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('dashboard.stagesOverlap')}
      </Typography>
      <Alone>
        <Suspense fallback={<Skeleton variant="rounded" sx={{ height: { xs: 380, sm: 300 }, mb: 2 }} />}>
          <StageChart rows={rows} projectId={dashboard.id} />
        </Suspense>
      </Alone>
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
