-- 前置库 front database: the exchange tables of RandomInspection, SQLite.
-- Moments are UTC as yyyy-MM-ddTHH:mm:ss.fffZ, days yyyy-MM-dd, digests 64 lower-case hex characters. docs/exchange.md says who writes what.

-- 发出 out: one row for each message to a partner, in the order in which they were made: publications,
-- corrections and withdrawals in the order of the log, and what came in from others for it. The host writes it; a partner that reads the table
-- itself sets status to 'sent', receipt_digest and receipt_at of what it has taken.
CREATE TABLE IF NOT EXISTS ex_out_message (
    partner text NOT NULL,
    number bigint NOT NULL,          -- place among the messages to the partner
    source text NOT NULL,             -- whose message it is
    batch text NOT NULL,             -- the feed that brought it
    id text NOT NULL,
    type text NOT NULL,
    subject text NOT NULL,
    sequence bigint NULL,            -- place among those of the source about the subject, from 1
    operation text NOT NULL,         -- 'publish', 'correct', 'withdraw', or 'relay' for what came in from another partner
    day text NOT NULL,               -- by which it is reconciled
    body text NOT NULL,              -- the envelope, CloudEvents 1.0 JSON
    digest text NOT NULL,            -- SHA-256 of the payload
    status text NOT NULL CHECK (status IN ('waiting', 'sent', 'dead', 'given_up')),
    attempts integer NOT NULL,
    made_at text NOT NULL,
    first_at text NULL,
    next_at text NOT NULL,
    error text NULL,
    receipt_digest text NULL,
    receipt_at text NULL,
    CONSTRAINT ex_out_message_key PRIMARY KEY (partner, number),
    CONSTRAINT ex_out_message_once UNIQUE (partner, source, id)
);
CREATE INDEX IF NOT EXISTS ex_out_message_open ON ex_out_message (partner, subject, number) WHERE status IN ('waiting', 'dead');
CREATE INDEX IF NOT EXISTS ex_out_message_due ON ex_out_message (partner, next_at, number) WHERE status = 'waiting';
CREATE INDEX IF NOT EXISTS ex_out_message_subject ON ex_out_message (partner, source, subject, sequence);
CREATE INDEX IF NOT EXISTS ex_out_message_status ON ex_out_message (partner, status, made_at);
CREATE INDEX IF NOT EXISTS ex_out_message_day ON ex_out_message (partner, day, type, id, digest);

-- 游标 cursor: how far each partner's rows have been made, and whether sending has stopped.
CREATE TABLE IF NOT EXISTS ex_out_partner (
    partner text NOT NULL CONSTRAINT ex_out_partner_key PRIMARY KEY,
    cursor bigint NOT NULL,          -- the last entry of the public log that was looked at
    relay_cursor bigint NOT NULL DEFAULT 0, -- the last taken_number that was looked at
    contact_at text NULL,
    stopped_at text NULL,
    stop_reason text NULL
);

-- 接收 in: one row for each message that came. Whoever delivers by table writes partner, source, id, type, subject, sequence, operation, day, body,
-- digest, status 'waiting' and received_at; the host writes the rest.
CREATE TABLE IF NOT EXISTS ex_in_message (
    place integer PRIMARY KEY AUTOINCREMENT,
    partner text NOT NULL,
    batch text NOT NULL,             -- the webhook, file or feed that brought it
    source text NOT NULL,
    id text NOT NULL,
    type text NOT NULL,
    subject text NOT NULL,
    sequence bigint NULL,
    operation text NOT NULL,         -- 'receive'
    day text NOT NULL,
    body text NOT NULL,
    digest text NOT NULL,
    status text NOT NULL CHECK (status IN ('waiting', 'taken', 'parked', 'aside')),
    error text NULL,
    received_at text NOT NULL,
    taken_at text NULL,
    taken_number bigint NULL,        -- in which order it was taken in, over all partners
    CONSTRAINT ex_in_message_once UNIQUE (partner, source, id)
);
CREATE INDEX IF NOT EXISTS ex_in_message_waiting ON ex_in_message (partner, place) WHERE status = 'waiting';
CREATE INDEX IF NOT EXISTS ex_in_message_parked ON ex_in_message (partner, source, subject, sequence) WHERE status = 'parked';
CREATE INDEX IF NOT EXISTS ex_in_message_status ON ex_in_message (partner, status, received_at);
CREATE INDEX IF NOT EXISTS ex_in_message_day ON ex_in_message (partner, day, type, id, digest);
CREATE INDEX IF NOT EXISTS ex_in_message_taken ON ex_in_message (taken_number) WHERE status = 'taken';

-- 取件游标 fetching: how far what a partner has for the host was fetched, in one transaction with the rows that came; the host writes it.
CREATE TABLE IF NOT EXISTS ex_in_partner (
    partner text NOT NULL CONSTRAINT ex_in_partner_key PRIMARY KEY,
    cursor text NOT NULL,           -- what the partner called next in its last page
    contact_at text NULL,
    failures integer NOT NULL,       -- how often in a row it failed since
    next_at text NOT NULL,
    error text NULL,
    stopped_at text NULL
);

-- 前置库本身 the front database itself: one row. epoch changes if the database is made anew, so that nobody's place in the old one is believed.
CREATE TABLE IF NOT EXISTS ex_front (
    one integer NOT NULL CONSTRAINT ex_front_key PRIMARY KEY CHECK (one = 1),
    epoch text NOT NULL,
    taken bigint NOT NULL,           -- the last taken_number
    holder text NULL,                 -- the process that sends and takes in
    held_until text NULL
);

-- 人工处理留痕 what persons decided: who, when, why.
CREATE TABLE IF NOT EXISTS ex_decision (
    at text NOT NULL,
    partner text NOT NULL,
    action text NOT NULL,             -- 'replay', 'give-up', 'resume', 'resume-fetch', 'retry'
    number bigint NULL,              -- the message, NULL for all
    messages integer NOT NULL,       -- how many it was
    person text NOT NULL,
    reason text NOT NULL
);
CREATE INDEX IF NOT EXISTS ex_decision_partner ON ex_decision (partner, at);
