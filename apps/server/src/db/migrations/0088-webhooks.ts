import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Where programs of others are told what happened, what they are told, and each time it was tried. */
export class Webhooks0088000000000 implements MigrationInterface {
  name = 'Webhooks0088000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_attempt, webhook_message, webhook');
  }
}

const TABLES = [
  `create table webhook (
    tenant_id uuid not null references organization (tenant_id),
    id uuid not null,
    name text not null,
    url text not null,
    -- Types of events; empty: all of them.
    events text[] not null,
    -- The fields of a complaint that are sent along; null: its id and number.
    selection text,
    -- With the rights of which key it is read.
    api_key_id uuid not null,
    -- Sealed with the secret of the installation.
    secret bytea not null,
    former_secret bytea,
    former_until timestamptz,
    paused_at timestamptz,
    -- Why it was paused by itself: nobody there took anything for days, or it said that it is gone.
    failure text,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, api_key_id) references api_key (tenant_id, id)
  );
  ${protectTenantTable('webhook', ['select', 'insert', 'update', 'delete'])}`,
  `create table webhook_message (
    tenant_id uuid not null references organization (tenant_id),
    -- The same however often it is tried: by it a receiver knows what it has had.
    id uuid not null,
    webhook_id uuid not null,
    type text not null,
    at timestamptz not null,
    -- Of which complaint; null: to try the address.
    complaint_id uuid,
    seq integer,
    tries integer not null default 0,
    next_at timestamptz not null default now(),
    -- DELIVERED, GIVEN_UP, or NOT_VISIBLE to its key; null: waiting.
    outcome text,
    primary key (tenant_id, id),
    foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on delete cascade,
    foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
  );
  -- A change is told once to each, however often the outbox hands it on.
  create unique index webhook_message_once on webhook_message (tenant_id, webhook_id, complaint_id, seq);
  create index webhook_message_due on webhook_message (tenant_id, next_at) where outcome is null;
  create index webhook_message_latest on webhook_message (tenant_id, webhook_id, id desc);
  ${protectTenantTable('webhook_message', ['select', 'insert', 'update', 'delete'])}`,
  `create table webhook_attempt (
    tenant_id uuid not null references organization (tenant_id),
    message_id uuid not null,
    number integer not null,
    at timestamptz not null default now(),
    -- What the receiver answered; null: nothing.
    status integer,
    -- Why there was no answer.
    problem text,
    milliseconds integer not null,
    primary key (tenant_id, message_id, number),
    foreign key (tenant_id, message_id) references webhook_message (tenant_id, id) on delete cascade
  );
  ${protectTenantTable('webhook_attempt', ['select', 'insert', 'delete'])}`,
];
