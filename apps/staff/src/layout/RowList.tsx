import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { SortHead } from './SortHead';
import { usePrinting } from './usePrinting';

export interface Column<Row> {
  label: string;
  cell: (row: Row) => ReactNode;
  /** The field that the API sorts by. */
  sort?: string;
  /** On a phone: the heading of the row, its second line with or without the label, or not at all. */
  phone?: 'heading' | 'line' | 'labelled' | 'end' | 'none';
  number?: boolean;
}

interface RowListProps<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  sortable?: boolean;
  label?: string;
}

/** A table when wide and on paper, a divided list on a phone. */
export function RowList<Row extends { id: string }>(props: RowListProps<Row>) {
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const printing = usePrinting() !== undefined;
  return narrow && !printing ? <Divided {...props} /> : <Wide {...props} />;
}

function Wide<Row extends { id: string }>({ rows, columns, sortable, label }: RowListProps<Row>) {
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table aria-label={label}>
        <TableHead>
          <TableRow>
            {columns.map((column) =>
              sortable && column.sort ? (
                <SortHead key={column.label} field={column.sort} label={column.label} number={column.number} />
              ) : (
                <TableCell key={column.label} align={column.number ? 'right' : 'left'}>
                  {column.label}
                </TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id} hover>
              {columns.map((column) => (
                <TableCell
                  key={column.label}
                  align={column.number ? 'right' : 'left'}
                  sx={column.number ? { fontVariantNumeric: 'tabular-nums' } : undefined}
                >
                  {column.cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Divided<Row extends { id: string }>({ rows, columns, label }: RowListProps<Row>) {
  const at = (place: Column<Row>['phone']) => columns.filter((column) => (column.phone ?? 'labelled') === place);
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => (
        <Box component="li" key={row.id} sx={{ px: 2, py: 1.5, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'flex-start' }}>
            <Box sx={{ fontWeight: 600 }}>{at('heading').map((column) => column.cell(row))}</Box>
            <Box sx={{ flexShrink: 0 }}>
              {at('end').map((column) => (
                <span key={column.label}>{column.cell(row)}</span>
              ))}
            </Box>
          </Box>
          <Box sx={{ color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.94rem' }}>
            {at('line').map((column) => (
              <span key={column.label}>{column.cell(row)}</span>
            ))}
            {at('labelled').map((column) => (
              <span key={column.label}>
                {column.label}: {column.cell(row)}
              </span>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
