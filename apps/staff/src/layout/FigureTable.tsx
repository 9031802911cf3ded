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
  /** How many columns, from the left, hold words; the others hold figures. */
  words?: number;
}

const flat = { paddingLeft: '0 !important', fontWeight: 500, fontSize: '0.94rem' };

/** Figures as a table that can be read without seeing the chart. It scrolls by itself on a phone, by keyboard too. */
export function FigureTable({ caption, heads, rows, words = 1 }: FigureTableProps) {
  const align = (place: number) => (place < words ? 'left' : 'right');
  const width = (place: number) => (place < words ? undefined : { width: { sm: '7.5rem' } });
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={caption}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {heads.map((head, place) => (
              <TableCell key={head} align={align(place)} sx={place === 0 ? { paddingLeft: '0 !important' } : width(place)}>
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key} sx={{ '&:last-child > *': { borderBottom: 0 } }}>
              <TableCell component="th" scope="row" sx={flat}>
                {row.name}
              </TableCell>
              {row.cells.map((cell, place) => (
                <TableCell key={heads[place + 1]} align={align(place + 1)} sx={{ fontVariantNumeric: 'tabular-nums' }}>
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
