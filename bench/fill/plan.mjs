// Who has how many complaints: ten organisations of every sector, the largest with a third of everything.

const SHARES = [30, 20, 12, 10, 8, 6, 5, 4, 3, 2];

/** The first stands alone in the benchmark of the write path: its life is the shortest that closes (workloads/life). */
const SECTOR_ORDER = ['HOSPITAL', 'TELECOM', 'DRUG_REGULATION', 'PROPERTY', 'TOURISM'];

export const PASSWORD = 'for-the-benchmark-alone';
const HANDLERS = 3;
const DEPARTMENTS = ['投诉办公室', '业务一科', '业务二科', '综合科'];

/** Organisations to be made, largest first. */
export function planOrganizations(complaints) {
  const whole = SHARES.reduce((sum, share) => sum + share, 0);
  return SHARES.map((share, index) => ({
    slug: `bench-${index}`,
    sector: SECTOR_ORDER[index % SECTOR_ORDER.length],
    complaints: Math.round((complaints * share) / whole),
  }));
}

/** Makes an organisation through the product's own functions; its ids and its supervisor's sign-in. */
export async function makeOrganization({ database, accounts, planned }) {
  const { slug, sector } = planned;
  const { tenantId, departmentIds } = await accounts.createOrganization(database, {
    ...{ slug, sector, name: `测试单位 ${slug}`, nameEn: `Office ${slug}`, region: '440300' },
    // A hospital's answers wait for approval otherwise: one command more in every life.
    settings: { answerNeedsApproval: false },
    departments: DEPARTMENTS.map((name) => ({ name })),
  });
  const staff = (role, number, departmentId) =>
    accounts.createStaff(database, {
      ...{ tenantId, role, departmentId, password: PASSWORD },
      email: `${role.toLowerCase()}-${number}@${slug}.example`,
      name: `${role === 'SUPERVISOR' ? '主管' : '承办人'}${number}`,
    });
  await staff('SUPERVISOR', 0);
  const handlers = [];
  for (let number = 0; number < HANDLERS; number += 1) {
    const departmentId = departmentIds[number % departmentIds.length];
    const { memberId } = await staff('HANDLER', number, departmentId);
    handlers.push({ memberId, departmentId });
  }
  return { ...planned, tenantId, handlers, email: `supervisor-0@${slug}.example` };
}
