import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const SECRET = 'k3Jv9sQpZ1xW7nR5tB2mC8dF4gH6yL0a';

test('a demo needs no settings and stays on this machine, because its sign-ins lie open', () => {
  const config = readConfig({ HUIYIN_MODE: 'demo' });
  expect(config).toMatchObject({
    mode: 'demo',
    host: '127.0.0.1',
    port: 4000,
    publicUrl: 'http://localhost:4000',
  });
  expect(config.dataDir).toMatch(/\.data$/);
  expect(config.databaseUrl).toBeUndefined();
});

test('without a word about the mode it is production, which refuses to start without a secret of its own', () => {
  expect(() => readConfig({})).toThrow(
    /HUIYIN_SECRET 正式使用时必须设置.*\n.*\n.*HUIYIN_SECRET is required in production/s,
  );
  expect(readConfig({ HUIYIN_SECRET: SECRET })).toMatchObject({
    mode: 'production',
    host: '0.0.0.0',
    secret: SECRET,
  });
});

test.each(['short', 'a'.repeat(64), 'secretsecretsecretsecretsecretsecret'])(
  'the secret %s is refused',
  (secret) => {
    expect(() => readConfig({ HUIYIN_SECRET: secret })).toThrow(/HUIYIN_SECRET/);
  },
);

test('every wrong variable is named at once, in both languages, with what it should be', () => {
  const env = {
    HUIYIN_MODE: 'demo',
    PORT: '70000',
    DATABASE_URL: 'mysql://x/y',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'x',
  };
  let message = '';
  try {
    readConfig(env);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toMatch(/设置有误/);
  for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'PUBLIC_URL'])
    expect(message.split(`  ${name} `)).toHaveLength(3);
  expect(message).not.toContain('HUIYIN_MODE');
});

test('a database without a host is refused: nobody but its owner could log in to it', () => {
  const env = { HUIYIN_MODE: 'demo', DATABASE_URL: 'postgresql:///huiyin?host=/var/run/postgresql' };
  expect(() => readConfig(env)).toThrow(/DATABASE_URL/);
});

test.each(['postgres', 'Password', 'owner'])(
  'production refuses the default database password %s',
  (word) => {
    const env = { HUIYIN_SECRET: SECRET, DATABASE_URL: `postgresql://owner:${word}@127.0.0.1/huiyin` };
    expect(() => readConfig(env)).toThrow(/DATABASE_URL 使用了人人皆知的默认密码/);
    expect(readConfig({ ...env, HUIYIN_MODE: 'demo' }).databaseUrl).toBe(env.DATABASE_URL);
  },
);

test('a mistyped variable of ours is not passed over: it would run the wrong mode', () => {
  expect(() => readConfig({ HUIYIN_MOED: 'production', HUIYIN_SECRET: SECRET })).toThrow(/HUIYIN_MOED/);
});

test('an empty variable counts as absent, as in an unfilled .env file', () => {
  expect(readConfig({ HUIYIN_MODE: 'demo', PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000 });
});

test('the address for browsers carries no trailing slash, a relative data folder becomes absolute', () => {
  const config = readConfig({
    HUIYIN_MODE: 'demo',
    PUBLIC_URL: 'https://tousu.example.cn/',
    DATA_DIR: 'data',
  });
  expect(config.publicUrl).toBe('https://tousu.example.cn');
  expect(isAbsolute(config.dataDir)).toBe(true);
});
