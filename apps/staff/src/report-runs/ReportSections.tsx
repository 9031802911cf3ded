import { type ReportSection, reportColumns, reportSections } from '@stegvis/contracts/report-runs/codes';
import type { ReportCell } from '@stegvis/contracts/report-runs/report-run';
import { useTranslate } from 'react-admin';
import { listPath } from '../fields/listPath';
import { TextLink } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { FigureTable } from '../layout/FigureTable';
import { Section } from '../layout/Section';

/** Every figure is a link to the people behind it, as they were when the report was made. */
export function ReportSections({ cells }: { cells: readonly ReportCell[] }) {
  const t = useTranslate();
  const { number } = useDates();
  const cellOf = (section: string, row: string, column: string) =>
    cells.find((cell) => cell.section === section && cell.row === row && cell.column === column);
  return (Object.keys(reportSections) as ReportSection[]).map((section) => (
    <Section key={section} title={t(`codes.reportSection.${section}`)}>
      <FigureTable
        caption={t(`codes.reportSection.${section}`)}
        heads={[t('report.row'), ...reportColumns.map((column) => t(`codes.reportColumn.${column}`))]}
        rows={reportSections[section].map((row) => ({
          key: row,
          name: t(`codes.reportRow.${row}`),
          cells: reportColumns.map((column) => {
            const cell = cellOf(section, row, column);
            if (!cell) return '–';
            const label = `${number(cell.value)}, ${t(`codes.reportRow.${row}`)}, ${t(`codes.reportColumn.${column}`)}`;
            return (
              <TextLink key={column} to={listPath('enrolments', { reportCellId: cell.id })} label={label}>
                {number(cell.value)}
              </TextLink>
            );
          }),
        }))}
      />
    </Section>
  ));
}
