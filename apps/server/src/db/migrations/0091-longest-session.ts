import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session ends a week after its sign-in, however often it is used: a stolen cookie does not live for ever. */
export class LongestSession0091000000000 implements MigrationInterface {
  name = 'LongestSession0091000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LIMIT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger longest_session on identity."session"');
    await runner.query('drop function identity.end_session_in_time()');
  }
}

// In the database, because every path of the sign-in library renews sessions and none knows when they began.
const LIMIT = `
create function identity.end_session_in_time() returns trigger language plpgsql as $$
begin
  new."expiresAt" := least(new."expiresAt", new."createdAt" + interval '7 days');
  return new;
end $$;
create trigger longest_session before insert or update on identity."session"
  for each row execute function identity.end_session_in_time();
`;
