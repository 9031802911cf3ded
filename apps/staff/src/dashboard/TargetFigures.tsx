import Box from '@mui/material/Box';
import type { Dashboard, TargetFigure } from '@stegvis/contracts/dashboard/dashboard';
import { useTranslate } from 'react-admin';
import { TextLink } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { FigureTable } from '../layout/FigureTable';
import { colours } from '../theme/palette';
import { targetLink } from './links';

const share = ({ reached, target }: TargetFigure) => (target === 0 ? 100 : Math.min(100, (100 * reached) / target));

/** Always "16 of 20"; the bar only illustrates it. */
export function TargetFigures({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslate();
  const { period } = useDates();
  if (dashboard.targets.length === 0) return <>{t('dashboard.noTargets')}</>;
  return (
    <FigureTable
      words={4}
      caption={t('dashboard.targets')}
      heads={[
        t('resources.targets.fields.siteId'),
        t('resources.targets.fields.indicator'),
        t('resources.targets.fields.gender'),
        t('dashboard.period'),
        t('dashboard.reached'),
        t('dashboard.share'),
      ]}
      rows={dashboard.targets.map((target) => {
        const place = target.siteName ?? t('dashboard.wholeProject');
        const indicator = t(`codes.targetIndicator.${target.indicator}`);
        const gender = target.gender ? t(`codes.genderPlural.${target.gender}`) : t('dashboard.everybody');
        const figure = t('dashboard.of', { reached: target.reached, target: target.target });
        return {
          key: target.targetId,
          name: place,
          cells: [
            indicator,
            gender,
            period(target.startDate, target.endDate),
            <TextLink key="reached" to={targetLink(dashboard.id, target)} label={`${figure}, ${place}, ${indicator}, ${gender}`}>
              {figure}
            </TextLink>,
            <Box key="bar" aria-hidden sx={{ minWidth: 90, height: 10, borderRadius: 5, backgroundColor: '#ece7dd', overflow: 'hidden' }}>
              <Box
                sx={{ height: '100%', width: `${share(target)}%`, backgroundColor: target.reached >= target.target ? colours.green : colours.teal }}
              />
            </Box>,
          ],
        };
      })}
    />
  );
}
