import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable, RUNTIME_ROLE } from '../tenant-table.ts';

/** Organisations with their departments, members and keys, and the directory that finds them. */
export class Organizations0001000000000 implements MigrationInterface {
  name = 'Organizations0001000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectTenantTable('organization', ['select', 'update', 'insert']));
    await runner.query(protectTenantTable('department', ['select', 'insert', 'update']));
    await runner.query(protectTenantTable('member', ['select', 'insert', 'update']));
    await runner.query(protectTenantTable('api_key', ['select', 'insert', 'update']));
    await runner.query(`grant select, insert on tenant_directory to ${RUNTIME_ROLE}`);
    await runner.query(`grant select, insert, update, delete on user_membership to ${RUNTIME_ROLE}`);
  }

  async down(): Promise<void> {
    throw new Error('Organisations are not taken away by a migration.');
  }
}

const TABLES = `
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table organization (
  -- An organisation is its own tenant.
  tenant_id uuid primary key,
  name text not null,
  name_en text,
  sector text not null,
  -- GB/T 2260.
  region char(6) not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

-- Of the platform, not of a tenant: finds an organisation by the name in its address before anybody is inside one.
-- It holds nothing but that public name.
create table tenant_directory (
  tenant_id uuid primary key references organization (tenant_id),
  slug text not null unique
);

-- Of the platform: in which organisations somebody who signs in is a member. What they are there stands in member.
create table user_membership (
  user_id text not null,
  tenant_id uuid not null references organization (tenant_id),
  member_id uuid not null,
  primary key (user_id, tenant_id)
);

create table department (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  parent_id uuid,
  -- A kind of the sector's respondent types (clinical, medical-technical …); null where it has none.
  kind text,
  name text not null,
  name_en text,
  active boolean not null default true,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references department (tenant_id, id)
);

create table member (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  user_id text not null,
  name text not null,
  role text not null,
  department_id uuid,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create unique index member_of_user on member (tenant_id, user_id);

create table api_key (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  name text not null,
  -- SHA-256 of a secret of 256 random bits: nothing to guess, so nothing slow is needed.
  secret_hash bytea not null,
  scopes text[] not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);
`;
