/** Identities as those see them who do not need them. */

/** 游客甲 → 游**; an empty name stays unknown. */
export function maskName(name: string | null): string | null {
  const [first] = [...(name?.trim() ?? '')];
  return first === undefined ? null : `${first}**`;
}

/** 13800000001 → 138****0001; a short number is masked whole. */
export function maskPhone(phone: string | null): string | null {
  if (!phone) return null;
  const characters = [...phone.trim()];
  if (characters.length < 8) return '****';
  return `${characters.slice(0, 3).join('')}****${characters.slice(-4).join('')}`;
}
