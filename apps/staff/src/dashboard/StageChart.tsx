import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type Gender, genders } from '@stegvis/contracts/participants/codes';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { colours, genderColours } from '../theme/palette';
import { stageLink } from './links';
import type { StageRow } from './stageRows';

/** In pixels: what an A4 sheet has room for. A sheet cannot be measured, so paper has a chart of its own. */
const paper = { width: 600, height: 290 };

/** The same figures as the table below; each bar leads to its people. */
export function StageChart({ rows, projectId }: { rows: readonly StageRow[]; projectId: string }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const data = rows.map((row) => ({ ...row, name: t(`codes.stage.${row.stage}`) }));
  const open = (stage: StageRow['stage'] | undefined, gender: Gender) => stage && void navigate(stageLink(projectId, stage, gender));
  const bars = { data, onOpen: open };
  return (
    <div role="img" aria-label={t('dashboard.stageChart')} style={{ marginBottom: 16 }}>
      <div className="no-print">
        <ResponsiveContainer width="100%" height={narrow ? 380 : 300}>
          <Bars {...bars} lying={narrow} />
        </ResponsiveContainer>
      </div>
      <div className="only-print">
        <Bars {...bars} lying {...paper} />
      </div>
    </div>
  );
}

interface BarsProps {
  data: readonly (StageRow & { name: string })[];
  /** Bars that lie leave room for the names beside them. */
  lying: boolean;
  width?: number;
  height?: number;
  onOpen: (stage: StageRow['stage'] | undefined, gender: Gender) => void;
}

/** In pixels: a legend that is out of sight has no height, so paper keeps its place free. */
const legend = 28;

function Bars({ data, lying, onOpen, ...size }: BarsProps) {
  const t = useTranslate();
  return (
    <BarChart
      {...size}
      data={[...data]}
      layout={lying ? 'vertical' : 'horizontal'}
      accessibilityLayer={false}
      margin={{ top: 8, right: 8, bottom: size.height ? legend : 0, left: 0 }}
    >
      <CartesianGrid stroke={colours.line} horizontal={!lying} vertical={lying} />
      {lying ? <XAxis type="number" allowDecimals={false} tick={{ fill: colours.inkSoft }} /> : <XAxis dataKey="name" interval={0} tick={name} />}
      {lying ? (
        <YAxis type="category" dataKey="name" width={110} tick={name} />
      ) : (
        <YAxis allowDecimals={false} width={36} tick={{ fill: colours.inkSoft }} />
      )}
      <Tooltip
        cursor={{ fill: colours.tealSoft }}
        contentStyle={{ backgroundColor: colours.paper, borderColor: colours.line, color: colours.ink }}
        itemStyle={{ color: colours.ink }}
      />
      <Legend itemSorter={null} formatter={(label: string) => <span style={{ color: colours.ink }}>{label}</span>} />
      {genders.map((gender) => (
        <Bar
          key={gender}
          dataKey={gender}
          name={t(`codes.genderPlural.${gender}`)}
          fill={genderColours[gender]}
          radius={3}
          isAnimationActive={false}
          cursor="pointer"
          onClick={(bar) => onOpen((bar.payload as StageRow | undefined)?.stage, gender)}
        />
      ))}
    </BarChart>
  );
}

const name = { fill: colours.ink, fontSize: 12.5 };
