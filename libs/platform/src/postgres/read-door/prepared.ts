import pg from 'pg';

/** A field of a row as PostgreSQL describes it. */
export interface FieldDescription {
  name: string;
  dataTypeID: number;
}

/** A statement as one connection knows it: the name it was prepared by, and how rows are made of what PostgreSQL sends. */
export interface Prepared {
  name: string;
  row: (texts: readonly (string | null)[]) => object;
}

type Parse = (text: string) => unknown;
const asText: Parse = (text) => text;

/** Makes rows of texts. The parsers are looked up once for each statement and not once for each row. */
export function rowsOf(fields: readonly FieldDescription[]): Prepared['row'] {
  const names = fields.map(({ name }) => name);
  const parsers = fields.map(({ dataTypeID }) => (isText.has(dataTypeID) ? asText : (pg.types.getTypeParser(dataTypeID, 'text') as Parse)));
  return (texts) => {
    const row: Record<string, unknown> = {};
    for (let place = 0; place < names.length; place++) {
      const text = texts[place];
      row[names[place] as string] = text === null || text === undefined ? null : (parsers[place] as Parse)(text);
    }
    return row;
  };
}

const { TEXT, VARCHAR, UUID, DATE, BPCHAR } = pg.types.builtins;
/** What stays as it was sent; dates have no zone, and stay text. */
const isText = new Set<number>([TEXT, VARCHAR, UUID, DATE, BPCHAR]);

/** A value as it is bound: what pg itself makes of values for a statement without a name. */
export function bound(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** An array in PostgreSQL's own notation; every text is quoted. */
function arrayText(values: readonly unknown[]): string {
  const parts = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    if (Array.isArray(value)) return arrayText(value);
    const text = bound(value);
    if (Buffer.isBuffer(text)) return `"\\\\x${text.toString('hex')}"`;
    return `"${(text as string).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  });
  return `{${parts.join(',')}}`;
}
