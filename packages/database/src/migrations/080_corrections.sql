-- Rejected rows are kept whole, so that they can be downloaded, corrected and sent again.

-- The row's cells, of the columns that import.reading names as kept; null where they can't be kept whole.
ALTER TABLE shelfcast.import_reject ADD COLUMN cells jsonb;
-- How its file was read: columns, those kept of a rejected row, delimiter, order of day and month.
ALTER TABLE shelfcast.import ADD COLUMN reading jsonb;
-- The import whose rejected rows this one brings corrected. Its lines bear the row numbers they had there.
ALTER TABLE shelfcast.import ADD COLUMN correction_of bigint;
ALTER TABLE shelfcast.import ADD FOREIGN KEY (tenant_id, correction_of)
  REFERENCES shelfcast.import (tenant_id, import_id);
CREATE INDEX import_corrections ON shelfcast.import (tenant_id, correction_of) WHERE correction_of IS NOT NULL;
