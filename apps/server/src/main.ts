import { join, resolve } from 'node:path';
import type { Localized } from '@huiyin/shared';
import { composeRoutes, composeSchema, composeServices } from './composition.ts';
import { type Config, readConfig } from './config.ts';
import { ensureDemo } from './demo/demo.ts';
import { demoFile, refuseDemo } from './demo/demo-file.ts';
import { resumeImports } from './features/imports/resume.ts';
import { noteComplaintLetters } from './features/public-office/mail/complaint-letters.ts';
import { openMailServer } from './features/public-office/mail/mail-server.ts';
import { buildApp } from './http/app.ts';
import { closeGently, listen } from './http/listen.ts';
import { openAuth } from './identity/auth.ts';
import { Identity } from './identity/identity.ts';
import { LockOut } from './identity/lock-out.ts';
import { folderMailer, smtpMailer } from './identity/mailer.ts';
import { Jobs } from './jobs/jobs.ts';
import { Meter } from './metering/meter.ts';
import { openDatabase } from './open-database.ts';
import { Background } from './outbox/background.ts';
import { readinessOf } from './readiness.ts';
import { StartupError } from './startup-error.ts';
import { Stops } from './stops.ts';
import { announceChanges, CHANNEL } from './subscriptions/message.ts';
import { isConnectionLost } from './tenancy/connection-lost.ts';
import { Database } from './tenancy/database.ts';
import { Listener } from './tenancy/listener.ts';

const WEB_FOLDER = resolve(import.meta.dirname, '../../web/dist');

interface StartOptions {
  readonly config: Config;
  /** Takes what has been started, also when the start fails half way. */
  readonly stops: Stops;
  /** Ends a start that is under way. */
  readonly signal: AbortSignal;
}

/**
 * Starts the product.
 * @returns what settles when the database is gone for good
 * @throws StartupError with what to do; the signal's reason when it was told to stop
 */
async function start({ config, stops, signal }: StartOptions): Promise<{ readonly lost: Promise<Error> }> {
  const { dataDir } = config;
  const { runtimeUrl, oversightUrl, secret, lost, close } = await openDatabase(config, {
    signal,
    onTrouble: say,
  });
  // The database has a patience of its own: it ends sooner or later whatever happens.
  stops.add('database', close, { patienceMs: 120_000 });

  const database = await Database.open({ url: runtimeUrl, oversightUrl });
  stops.add('connections', () => database.close());
  const jobs = await Jobs.open({ url: runtimeUrl, onError: (error) => complain(String(error)) });
  stops.add('jobs', () => jobs.close());
  const { publicUrl } = config;
  const mailer = config.mailOut ? smtpMailer(config.mailOut) : folderMailer(join(dataDir, 'mail'));
  const post = { mailer, publicUrl };
  const services = composeServices({
    ...{ database, filesFolder: join(dataDir, 'files'), jobs, secret, post },
    // A demo may call receivers on this machine, to try webhooks out.
    webhookReach: { loopback: config.mode === 'demo' },
  });
  const { casework, importWorker, calendars, changes, retentions, incidentWatch } = services;
  const { certificateReminders, suggestions, complaintLetters, webhookSender } = services;
  if (config.mode === 'demo') await ensureDemo({ ...services, dataDir, signal });
  else await refuseDemo({ database, dataDir });

  const { auth, close: closeAuth } = openAuth({
    url: runtimeUrl,
    secret,
    ...post,
    lockOut: new LockOut((statement) => database.asPlatform((query) => query(statement))),
  });
  stops.add('sign-in', closeAuth);
  const identity = new Identity(database, auth);
  const meter = new Meter(database);
  stops.add('usage', () => meter.usage.write());
  const app = await buildApp({
    schema: composeSchema(services, () => identity.forgetAll()),
    identity,
    auth,
    changes,
    meter,
    publicUrl: config.publicUrl,
    logLevel: config.logLevel,
    isReady: readinessOf(database),
    webFolder: WEB_FOLDER,
    routes: composeRoutes(services, publicUrl),
  });
  stops.add('requests', () => closeGently(app));

  const background = new Background({
    database,
    casework,
    subscribers: [announceChanges, noteComplaintLetters, webhookSender.note],
    alsoLook: [
      (actor) => retentions.lookNowAndThen(actor),
      (actor) => incidentWatch.look(actor),
      (actor) => certificateReminders.lookNowAndThen(actor),
      async (actor) => void (await complaintLetters.send(actor)),
      (actor) => webhookSender.look(actor),
    ],
    onError: (error) => app.log.error(error, 'Work in the background failed.'),
  });
  const listener = new Listener({
    ...{ url: runtimeUrl, channel: CHANNEL },
    onMessage: (payload) => changes.hear(payload),
    onListening: () => changes.missed(),
    onError: (error) => app.log.warn(error, 'What other servers say cannot be heard at the moment.'),
  });
  stops.add('listener', () => listener.stop());
  await jobs.work('import.work', (data) => importWorker.work(data));
  await jobs.work('clocks.recompute', async (data) => void (await calendars.recompute(data)));
  await jobs.work('webhooks.send', (data) => webhookSender.send(data));
  await jobs.work('suggestions.train', async (data) => void (await suggestions.learn(data)));
  stops.add('imports', () => importWorker.stop());
  await resumeImports(database, jobs);
  signal.throwIfAborted();
  await listen(app, config);
  if (config.mailIn) {
    const { publicOffices, mailIntake, attempts } = services;
    const onTrouble = (error: unknown) => app.log.error(error, 'A letter could not be taken.');
    const mail = { ...config.mailIn, offices: publicOffices, intake: mailIntake, attempts, onTrouble };
    const { close: closeMail } = await openMailServer(mail);
    stops.add('mail', closeMail);
  }
  background.start();
  stops.add('timer', () => background.stop());
  return { lost };
}

/** Runs the product until somebody tells it to stop, or its database is gone for good; answers the exit code. */
async function run(): Promise<number> {
  const told = toldToStop();
  const stops = new Stops();
  try {
    const config = readConfig(process.env);
    const { lost } = await start({ config, stops, signal: told });
    const signIns = config.mode === 'demo' ? ` 演示账号 demo sign-ins: ${demoFile(config.dataDir)}` : '';
    process.stdout.write(`回音 Huiyin: ${config.publicUrl}${signIns}\n`);
    const stopped = new Promise<undefined>((settle) => {
      if (told.aborted) settle(undefined);
      told.addEventListener('abort', () => settle(undefined));
    });
    const fault = await Promise.race([stopped, lost]);
    if (fault) throw fault;
    return 0;
  } catch (error) {
    // Told to stop while it started: that is no fault.
    if (told.aborted) return 0;
    complain(wordsOf(error));
    return 1;
  } finally {
    await stops.stopAll(complain);
  }
}

/** What a person is told: of what keeps the product from running what to do, of a fault of ours everything. */
function wordsOf(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  const everything = (error as Error).stack ?? String(error);
  return isConnectionLost(error) ? `${AWAY.zh}\n${AWAY.en}\n${everything}` : everything;
}

const AWAY: Localized = {
  zh: '启动过程中与数据库的连接中断。请确认数据库正常，然后重新启动。',
  en: 'The connection to the database was lost during the start. See that the database is well, then start again.',
};

/** Aborted by the first signal that asks for an end; later ones change nothing, for the end is under way. */
function toldToStop(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort(new Error(`The server was told to stop (${signal}).`)));
  }
  return controller.signal;
}

/** Stdout carries the one line of a start; everything else goes past it. */
function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

function say({ zh, en }: Localized): void {
  complain(`${zh}\n${en}`);
}

process.exit(await run());
