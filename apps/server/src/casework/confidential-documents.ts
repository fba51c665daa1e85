import { type Command, type ComplaintState, documentsOf, type Refusal, type Sector } from '@huiyin/domain';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/** Shorter ones stand in any text by chance. */
const SHORTEST = 2;

/**
 * A document to anybody but the complainant that says who complained in confidence: never issued, whoever writes it. The
 * template has no place for it, but a text is edited by hand.
 */
export async function identityInDocument(
  tx: TenantTransaction,
  {
    command,
    state,
    sector,
  }: { readonly command: Command; readonly state: ComplaintState; readonly sector: Sector },
): Promise<readonly Refusal[]> {
  if (command.type !== 'ISSUE_DOCUMENT' || state.disclosure !== 'CONFIDENTIAL' || !state.complainantId)
    return [];
  const template = documentsOf(sector).find(({ code }) => code === command.document);
  if (template?.addressee === 'COMPLAINANT') return [];
  const [person] = await tx.query<Record<'name' | 'phone' | 'email' | 'address', string | null>>({
    name: 'casework.identity-in-document',
    text: 'select name, phone, email, address from complainant where tenant_id = $1 and id = $2',
    values: [tx.tenantId, state.complainantId],
  });
  const said = `${command.addressedTo}\n${command.text}`;
  const named = Object.values(person ?? {}).some(
    (part) => part !== null && part.length >= SHORTEST && said.includes(part),
  );
  return named ? [NAMES_THE_COMPLAINANT] : [];
}

const NAMES_THE_COMPLAINANT: Refusal = {
  code: 'INVALID',
  field: 'text',
  message: {
    zh: '投诉人要求保密，发给他人的文书中不能出现其姓名、电话或地址。请删去后再出具。',
    en: 'Whoever complained asked for confidence: their name, number or address does not stand in a document to others. Take it out first.',
  },
};
