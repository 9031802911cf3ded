import TableCell from '@mui/material/TableCell';
import TableSortLabel from '@mui/material/TableSortLabel';
import { useListContext } from 'react-admin';

export function SortHead({ field, label, number }: { field: string; label: string; number?: boolean }) {
  const { sort, setSort } = useListContext();
  const active = sort?.field === field;
  const ascending = sort?.order === 'ASC';
  return (
    <TableCell align={number ? 'right' : 'left'} aria-sort={active ? (ascending ? 'ascending' : 'descending') : undefined}>
      <TableSortLabel
        active={active}
        direction={active && !ascending ? 'desc' : 'asc'}
        onClick={() => setSort({ field, order: active && ascending ? 'DESC' : 'ASC' })}
      >
        {label}
      </TableSortLabel>
    </TableCell>
  );
}
