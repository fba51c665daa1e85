import { globalIdOf } from './ids.mjs';

// D: the life of a complaint: registered, accepted, assigned, answered, closed. The product wants one thing more before
// it lets a matter be closed: that the complainant was told of its acceptance. So a life is six mutations.

const PAYLOAD = '{ complaint { id version status } userErrors { code field message } }';
const mutation = (verb) =>
  `mutation ${verb}($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) ${PAYLOAD} }`;

const REGISTER = mutation('Register');
const STEPS = [
  ['Accept', () => ({})],
  ['NotifyDecision', () => ({ via: 'PHONE', text: '已电话告知受理。' })],
  ['Assign', ({ handler }) => ({ memberId: globalIdOf('Member', handler.memberId) })],
  ['Answer', () => ({ via: 'PHONE', text: '床位已经安排，明天上午可以办理入院。', final: true })],
  ['Close', () => ({ summary: '已协调床位。' })],
].map(([verb, input]) => ({ query: mutation(verb), input }));

/** As the product's schema has them, in the order of a life. */
export const LIFE_MUTATIONS = [REGISTER, ...STEPS.map(({ query }) => query)];

let lives = 0;

/** Lets one complaint live from its registration to its end. @throws when a mutation is refused */
export async function liveOnce({ peer, headers, organization, onMutation }) {
  lives += 1;
  const handler = organization.handlers[lives % organization.handlers.length];
  const carryOut = async (query, input) => {
    const began = performance.now();
    const { data } = JSON.parse(
      await peer.send({ path: '/graphql', headers, body: JSON.stringify({ query, variables: { input } }) }),
    );
    onMutation(performance.now() - began);
    const { complaint, userErrors } = data.payload;
    if (userErrors.length > 0) throw new Error(`A step of a life was refused: ${JSON.stringify(userErrors)}`);
    return complaint;
  };
  const { id, ...registered } = await carryOut(REGISTER, {
    ...{ kind: 'HELP_REQUEST', channel: 'PHONE', disclosure: 'NAMED' },
    ...{ category: 'DISCHARGE', classification: 'COMPLAINT', details: { hospital: { stage: 'DISCHARGE' } } },
    content: `请帮忙协调外科床位，病人在家等候已有三天。来电编号 ${lives}。`,
    complainant: { name: `来电人${lives}`, phone: `138${String(lives).padStart(8, '0')}` },
  });
  let { version } = registered;
  for (const { query, input } of STEPS) {
    ({ version } = await carryOut(query, { id, version, ...input({ handler }) }));
  }
}
