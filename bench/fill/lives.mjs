import { sectorOf } from '../../packages/domain/dist/index.js';

// The lives of an organisation's complaints, decided by the domain: the matters of its sector's demo register, again
// and again over three years, each with everything that was done to it.

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const YEARS = 3;
/** Older matters are over, as in an office that works. */
const OPEN_FOR_DAYS = 60;

/** Numbers that look random and are the same in every run (mulberry32). */
function chances(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What came in and was done, oldest first: the calls that register it with its history, as an import makes them. */
export function* livesOf({ organization, now }) {
  const { sector: code, complaints, handlers, seed } = organization;
  const { demo } = sectorOf(code);
  const over = demo.filter(({ steps }) => steps.some(({ command }) => ENDS.has(command.type)));
  const chance = chances(seed);
  const slot = (YEARS * 365 * DAY_MS) / complaints;
  for (let index = 0; index < complaints; index += 1) {
    const receivedAt = now - YEARS * 365 * DAY_MS + (index + chance() * 0.9) * slot;
    const recent = now - receivedAt < OPEN_FOR_DAYS * DAY_MS;
    const matters = recent ? demo : over;
    const matter = matters[Math.floor(chance() * matters.length)];
    const handler = handlers[Math.floor(chance() * handlers.length)];
    yield {
      historic: true,
      complainant: matter.complainant && {
        name: `${matter.complainant.name ?? '来电人'}${index}`,
        phone: `139${String(index).padStart(8, '0')}`,
      },
      command: { ...matter.register, type: 'REGISTER', receivedAt: iso(receivedAt) },
      history: historyOf({ matter, handler, receivedAt, now }),
    };
  }
}

/** What an office notes down beside the course of a matter: left out, for a hundred thousand times it takes long. */
const BESIDE = new Set(['RECORD_CONTACT', 'DRAFT_ANSWER', 'RECORD_LESSON']);
const ENDS = new Set(['CLOSE', 'SETTLE_ON_THE_SPOT']);

function historyOf({ matter, handler, receivedAt, now }) {
  const steps = matter.steps.filter(({ command }) => !BESIDE.has(command.type));
  const accepted = steps.findIndex(({ command }) => command.type === 'ACCEPT');
  if (accepted >= 0) {
    const { afterHours } = steps[accepted];
    steps.splice(accepted + 1, 0, { afterHours, command: { type: 'ASSIGN', to: handler } });
  }
  const history = steps
    .map(({ afterHours, command }) => ({ at: receivedAt + afterHours * HOUR_MS, command }))
    .filter(({ at }) => at <= now);
  // What ran out meanwhile has been noticed: the timer has nothing left to catch up with.
  const open = !history.some(({ command }) => ENDS.has(command.type));
  if (open) history.push({ at: now, command: { type: 'TICK' } });
  return history.map(({ at, command }) => ({ at: iso(at), command }));
}

const iso = (ms) => new Date(ms).toISOString();
