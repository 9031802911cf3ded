import { StreamableFile } from '@nestjs/common';
import type { SpreadsheetFile } from '@stegvis/platform/spreadsheet';

/** A file as a download; its name is plain ASCII by its making. */
export async function download(made: Promise<SpreadsheetFile>): Promise<StreamableFile> {
  const file = await made;
  return new StreamableFile(file.content, {
    type: file.contentType,
    disposition: `attachment; filename="${file.name}"`,
    length: file.content.length,
  });
}
