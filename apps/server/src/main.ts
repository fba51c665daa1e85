import { join, resolve } from 'node:path';
import { composeRoutes, composeSchema, composeServices } from './composition.ts';
import { type Config, readConfig } from './config.ts';
import { isMigrated } from './db/migrate.ts';
import { demoFile, ensureDemo } from './demo/demo.ts';
import { resumeImports } from './features/imports/resume.ts';
import { buildApp } from './http/app.ts';
import { openAuth } from './identity/auth.ts';
import { Identity } from './identity/identity.ts';
import { LockOut } from './identity/lock-out.ts';
import { folderMailer } from './identity/mailer.ts';
import { Jobs } from './jobs/jobs.ts';
import { openDatabase } from './open-database.ts';
import { Background } from './outbox/background.ts';
import { StartupError } from './startup-error.ts';
import { Database } from './tenancy/database.ts';

const WEB_FOLDER = resolve(import.meta.dirname, '../../web/dist');

type Stop = () => Promise<void>;

/** Starts the product; what it gives stops it again, last started first stopped. */
async function start(config: Config): Promise<Stop> {
  const stops: Stop[] = [];
  const stopAll: Stop = async () => {
    for (const stop of stops.reverse().splice(0)) await stop();
  };
  try {
    const { runtimeUrl, secret, close } = await openDatabase(config);
    stops.push(close);

    const database = await Database.open({ url: runtimeUrl });
    stops.push(() => database.close());
    const jobs = await Jobs.open({
      url: runtimeUrl,
      onError: (error) => process.stderr.write(`${String(error)}\n`),
    });
    stops.push(() => jobs.close());
    const services = composeServices({ database, filesFolder: join(config.dataDir, 'files'), jobs });
    const { casework, importWorker, calendars } = services;
    if (config.mode === 'demo') await ensureDemo({ database, casework, dataDir: config.dataDir });

    const { auth, close: closeAuth } = openAuth({
      url: runtimeUrl,
      secret,
      publicUrl: config.publicUrl,
      mailer: folderMailer(join(config.dataDir, 'mail')),
      lockOut: new LockOut((statement) => database.asPlatform((query) => query(statement))),
    });
    stops.push(closeAuth);
    const identity = new Identity(database, auth);
    const app = await buildApp({
      schema: composeSchema(services, () => identity.forgetAll()),
      identity,
      auth,
      logLevel: config.logLevel,
      isReady: async () => {
        const applied = () =>
          isMigrated((text) => database.asPlatform((query) => query<{ name: string }>({ text, values: [] })));
        return (await database.isReachable()) && (await applied());
      },
      webFolder: WEB_FOLDER,
      routes: composeRoutes(services),
    });
    stops.push(() => app.close());

    const background = new Background({
      database,
      casework,
      subscribers: [],
      onError: (error) => app.log.error(error, 'Work in the background failed.'),
    });
    await jobs.work('import.work', (data) => importWorker.work(data));
    await jobs.work('clocks.recompute', async (data) => void (await calendars.recompute(data)));
    stops.push(async () => importWorker.stop());
    await resumeImports(database, jobs);
    await listen(app, config);
    background.start();
    stops.push(() => background.stop());
    return stopAll;
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, config: Config): Promise<void> {
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    throw new StartupError(
      {
        zh: `端口 ${config.port} 已被占用。请关闭占用它的程序，或用 PORT=4001 npm start 换一个端口。`,
        en: `Port ${config.port} is in use. Close the program that uses it, or choose another: PORT=4001 npm start.`,
      },
      { cause: error },
    );
  }
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const stop = await start(config);
  const signIns = config.mode === 'demo' ? ` 演示账号 demo sign-ins: ${demoFile(config.dataDir)}` : '';
  process.stdout.write(`回音 Huiyin: ${config.publicUrl}${signIns}\n`);

  let stopping = false;
  const onSignal = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof StartupError ? error.message : ((error as Error).stack ?? error)}\n`,
  );
  process.exit(1);
});
