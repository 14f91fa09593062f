import { defineErrors } from './define.ts';

export const ledgerErrors = defineErrors('ledger', {
  import_not_found: [404, 'There is no such import'],
  series_not_found: [404, 'There is no such series'],
  not_waiting: [409, 'The import does not wait for a decision'],
  not_undoable: [409, 'The import cannot be undone'],
  lease_lost: [409, 'Another worker has taken the import over'],
  interrupted: [503, 'The import was interrupted'],
  file_lost: [500, 'The uploaded file is gone'],
});
