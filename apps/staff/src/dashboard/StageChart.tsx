import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type Gender, genders } from '@stegvis/contracts/participants/codes';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { colours, genderColours } from '../theme/palette';
import { stageLink } from './links';
import type { StageRow } from './stageRows';

/** The same figures as the table below; each bar leads to its people. */
export function StageChart({ rows, projectId }: { rows: readonly StageRow[]; projectId: string }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const data = rows.map((row) => ({ ...row, name: t(`codes.stage.${row.stage}`) }));
  const open = (stage: StageRow['stage'] | undefined, gender: Gender) => stage && void navigate(stageLink(projectId, stage, gender));
  return (
    <div role="img" aria-label={t('dashboard.stageChart')} style={{ marginBottom: 16 }}>
      <ResponsiveContainer width="100%" height={narrow ? 380 : 300}>
        <BarChart
          data={data}
          layout={narrow ? 'vertical' : 'horizontal'}
          accessibilityLayer={false}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid stroke={colours.line} horizontal={!narrow} vertical={narrow} />
          {narrow ? <XAxis type="number" allowDecimals={false} /> : <XAxis dataKey="name" interval={0} tick={{ fill: colours.ink, fontSize: 13 }} />}
          {narrow ? (
            <YAxis type="category" dataKey="name" width={110} tick={{ fill: colours.ink, fontSize: 12 }} />
          ) : (
            <YAxis allowDecimals={false} width={36} tick={{ fill: colours.inkSoft }} />
          )}
          <Tooltip cursor={{ fill: colours.tealSoft }} />
          <Legend itemSorter={null} formatter={(name: string) => <span style={{ color: colours.ink }}>{name}</span>} />
          {genders.map((gender) => (
            <Bar
              key={gender}
              dataKey={gender}
              name={t(`codes.genderPlural.${gender}`)}
              fill={genderColours[gender]}
              radius={3}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(bar) => open((bar.payload as StageRow | undefined)?.stage, gender)}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
