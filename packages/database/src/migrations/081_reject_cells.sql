-- What stood in a row whose line number stands twice is found out after the row was refused, and kept then.
GRANT UPDATE (cells) ON shelfcast.import_reject TO shelfcast_app;
