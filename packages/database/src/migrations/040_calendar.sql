-- Whose holidays a tenant keeps, and what of its own happens on which days.

-- A code of the calendars (GB, DE-BY); null: told by the time zone or the currency.
ALTER TABLE shelfcast.tenant ADD COLUMN place text CHECK (place <> '');
-- Null: the tenant's.
ALTER TABLE shelfcast.location ADD COLUMN place text CHECK (place <> '');

CREATE TABLE shelfcast.calendar_event (
  tenant_id uuid NOT NULL REFERENCES shelfcast.tenant (tenant_id),
  -- Their order is the one they were given in.
  event_no integer NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  -- Closed: nothing can be sold then. Event: something is different, and models may learn what.
  kind text NOT NULL CHECK (kind IN ('event', 'closed')),
  starts_on date NOT NULL,
  ends_on date NOT NULL CHECK (ends_on >= starts_on),
  yearly boolean NOT NULL,
  -- Null: all locations.
  location_ids bigint[],
  PRIMARY KEY (tenant_id, event_no)
);
CALL shelfcast.protect('shelfcast.calendar_event');
GRANT SELECT, INSERT, DELETE ON shelfcast.calendar_event TO shelfcast_app;
