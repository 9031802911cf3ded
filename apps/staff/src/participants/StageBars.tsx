import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { EnrolmentOnPage } from '@stegvis/contracts/participants/page';
import type { StagePeriod } from '@stegvis/contracts/stage-periods/stage-period';
import { Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { daysBetween, today } from '../fields/dates';
import { later } from '../layout/later';
import { colours } from '../theme/palette';
import { useMay } from '../useMay';

const EndStageDialog = later(async () => (await import('../stage-periods/EndStageDialog')).EndStageDialog);

/** Each stage as a bar on the enrolment's own length of time. The bars only illustrate: the dates stand beside them. */
export function StageBars({ enrolment }: { enrolment: EnrolmentOnPage }) {
  const t = useTranslate();
  const may = useMay();
  const [ending, setEnding] = useState<StagePeriod>();
  const periods = [...enrolment.stagePeriods].sort((one, other) => one.startDate.localeCompare(other.startDate));
  const first = periods[0]?.startDate;
  if (!first) return <Box sx={{ color: 'text.secondary' }}>{t('participant.noStages')}</Box>;
  const from = enrolment.startDate && enrolment.startDate < first ? enrolment.startDate : first;
  const until = [enrolment.endDate ?? today(), ...periods.map(({ endDate, startDate }) => endDate ?? startDate)].reduce((one, other) =>
    one > other ? one : other,
  );
  const length = Math.max(1, daysBetween(from, until));
  const share = (date: string) => Math.min(100, Math.max(0, (100 * daysBetween(from, date)) / length));
  return (
    <Box component="ul" aria-label={t('participant.stages')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {periods.map((period) => (
        <Box
          component="li"
          key={period.id}
          sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '15rem 1fr' }, columnGap: 2, alignItems: 'center', py: 0.75 }}
        >
          <Box>
            <Box component="span" sx={{ fontWeight: period.main ? 700 : 500 }}>
              {t(`codes.stage.${period.stage}`)}
            </Box>
            {period.main && <Box component="span" sx={{ color: 'text.secondary' }}>{` · ${t('stage.main')}`}</Box>}
            <Box sx={{ fontSize: '0.88rem', color: 'text.secondary' }}>
              <DateText value={period.startDate} /> – {period.endDate ? <DateText value={period.endDate} /> : t('stage.goesOn')}
            </Box>
          </Box>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Box
              aria-hidden
              sx={{ flexGrow: 1, height: 12, borderRadius: 6, backgroundColor: colours.neutralSoft, position: 'relative', overflow: 'hidden' }}
            >
              <Box
                sx={{
                  position: 'absolute',
                  top: 0,
                  bottom: 0,
                  borderRadius: 6,
                  left: `${share(period.startDate)}%`,
                  width: `${Math.max(2, share(period.endDate ?? until) - share(period.startDate))}%`,
                  backgroundColor: period.main ? colours.teal : colours.tealPale,
                }}
              />
            </Box>
            {!period.endDate && may('stage-periods.end') && enrolment.status !== 'exited' && (
              <Button
                size="small"
                className="no-print"
                onClick={() => setEnding(period)}
                aria-label={t('stage.endTitle', { stage: t(`codes.stage.${period.stage}`) })}
              >
                {t('stage.end')}
              </Button>
            )}
          </Box>
        </Box>
      ))}
      {ending && (
        <Suspense fallback={null}>
          <EndStageDialog period={ending} onClose={() => setEnding(undefined)} />
        </Suspense>
      )}
    </Box>
  );
}
