import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';

interface FigureTableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly { name: ReactNode; cells: readonly ReactNode[]; key: string }[];
}

const first = {
  paddingLeft: '0 !important',
  fontSize: { xs: '0.88rem', sm: '0.94rem' },
  overflowWrap: 'anywhere',
  hyphens: 'auto',
  pr: { xs: 0.5, sm: 1.5 },
};
/** Five columns fit on a phone: the figures are narrow there, and all of one width. */
const figure = {
  width: { xs: '16.5%', sm: '7.5rem' },
  px: { xs: 0.25, sm: 1.5 },
  fontVariantNumeric: 'tabular-nums',
  '&:last-child': { paddingRight: { xs: 0.25, sm: 1.5 } },
};
const heading = { ...figure, fontSize: { xs: '0.68rem', sm: '0.94rem' } };

/** Figures as a table that can be read without seeing the chart. It scrolls by itself on a phone, by keyboard too. */
export function FigureTable({ caption, heads, rows }: FigureTableProps) {
  return (
    <Box sx={{ overflowX: 'auto', mx: { xs: -1, sm: 0 } }} tabIndex={0} role="group" aria-label={caption}>
      <Table size="small" sx={{ tableLayout: { xs: 'fixed', sm: 'auto' } }}>
        <TableHead>
          <TableRow>
            {heads.map((head, place) => (
              <TableCell key={head} align={place === 0 ? 'left' : 'right'} sx={place === 0 ? first : heading}>
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key} sx={{ '&:last-child > *': { borderBottom: 0 } }}>
              <TableCell component="th" scope="row" sx={{ ...first, fontWeight: 500 }}>
                {row.name}
              </TableCell>
              {row.cells.map((cell, place) => (
                <TableCell key={heads[place + 1]} align="right" sx={figure}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
