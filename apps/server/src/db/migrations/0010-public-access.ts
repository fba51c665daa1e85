import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** What the public page keeps: secret codes, files on their way in, solved captchas, and attempts that are counted. */
export class PublicAccess0010000000000 implements MigrationInterface {
  name = 'PublicAccess0010000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectTenantTable('complaint_access', ['select', 'insert']));
    await runner.query(protectTenantTable('public_upload', ['select', 'insert', 'update', 'delete']));
    await runner.query(protectTenantTable('public_captcha', ['select', 'insert', 'delete']));
    await runner.query(protectTenantTable('public_attempt', ['select', 'insert', 'delete']));
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: a later migration undoes what this one did.');
  }
}

const TABLES = `
-- The secret code of a complaint that came in over the public page. Argon2id: nobody reads a code out of a copy of the
-- database.
create table complaint_access (
  tenant_id uuid not null references organization (tenant_id),
  complaint_id uuid not null,
  code_hash text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, complaint_id),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);

-- Files that somebody of the public has sent, by the random name that only their browser knows, until they are taken
-- into a complaint.
create table public_upload (
  tenant_id uuid not null references organization (tenant_id),
  id text not null,
  sha256 text not null,
  name text not null,
  complaint_id uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, sha256) references stored_file (tenant_id, sha256),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);

-- Solved captchas, until they expire: each counts once.
create table public_captcha (
  tenant_id uuid not null references organization (tenant_id),
  signature text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, signature)
);

-- What is counted against guessing and flooding. Subjects are hashes: no address is kept.
create table public_attempt (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  kind text not null,
  subject bytea not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index public_attempt_of_subject on public_attempt (tenant_id, kind, subject, at);
`;
