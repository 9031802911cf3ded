import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import type { ReportSchedule } from '@stegvis/contracts/report-runs/report-run';
import { useGetList, useNotify, useRefresh, useTranslate, useUpdate } from 'react-admin';
import { Answered } from '../layout/Answered';
import { Section } from '../layout/Section';
import { useRefusal } from '../useAct';
import { useMay } from '../useMay';

/** Whether last month's report drafts itself. */
export function Schedules() {
  const t = useTranslate();
  const may = useMay();
  const query = useGetList<ReportSchedule>(
    'report-schedules',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'projectName', order: 'ASC' } },
    { enabled: may('report-schedules.read') },
  );
  if (!may('report-schedules.read')) return null;
  return (
    <Box sx={{ mt: 4, maxWidth: 1240, mx: 'auto' }}>
      <Section title={t('report.schedules')}>
        <Answered query={query}>
          {(schedules) => (
            <>
              {t('report.schedulesText')}
              {schedules.map((schedule) => (
                <Toggle key={schedule.id} schedule={schedule} />
              ))}
            </>
          )}
        </Answered>
      </Section>
    </Box>
  );
}

function Toggle({ schedule }: { schedule: ReportSchedule }) {
  const may = useMay();
  const notify = useNotify();
  const refresh = useRefresh();
  const refused = useRefusal();
  const [update, { isPending }] = useUpdate<ReportSchedule>();
  const toggle = async () => {
    try {
      await update(
        'report-schedules',
        { id: schedule.id, data: { ...schedule, active: !schedule.active }, previousData: schedule },
        { mutationMode: 'pessimistic', returnPromise: true },
      );
      notify(schedule.active ? 'report.scheduleOff' : 'report.scheduleOn', { type: 'success' });
    } catch (error) {
      refused(error);
    }
    refresh();
  };
  return (
    <Box>
      <FormControlLabel
        control={<Switch checked={schedule.active} disabled={isPending || !may('report-schedules.change')} onChange={() => void toggle()} />}
        label={schedule.projectName}
      />
    </Box>
  );
}
