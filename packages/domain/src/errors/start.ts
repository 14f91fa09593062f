import { defineErrors } from './define.ts';

/** What keeps `shelfcast start` from starting. */
export const startErrors = defineErrors('start', {
  dashboard_build_failed: [500, 'The dashboard could not be built'],
  data_folder_unusable: [500, 'The data folder cannot be used'],
  disk_full: [507, 'The disk is nearly full'],
  file_unreadable: [422, 'The file cannot be read'],
  port_in_use: [409, 'The port is not free'],
  process_failed: [500, 'A part of Shelfcast did not start'],
});
