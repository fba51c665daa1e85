/** The numbers of buildings that a text names: 3栋, 三号楼, 十二幢. Two that differ are two troubles of one estate. */
const BUILDING = /(\d{1,3}|[一二三四五六七八九十]{1,3})(?:号楼|号?[栋幢座])/gu;
const DIGITS = '零一二三四五六七八九';

export function buildingsIn(text: string): ReadonlySet<number> {
  return new Set([...text.normalize('NFKC').matchAll(BUILDING)].flatMap(([, said]) => numberOf(said) ?? []));
}

/** 12, 十二 and 二十: below a hundred in Chinese, as nobody counts buildings further. */
function numberOf(said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  if (/^\d+$/.test(said)) return Number(said);
  const [tens, ones] = said.includes('十') ? said.split('十') : ['零', said];
  const digit = (text: string | undefined, none: number) => (text ? DIGITS.indexOf(text) : none);
  const [ten, one] = [digit(tens, 1), digit(ones, 0)];
  return ten < 0 || one < 0 ? undefined : ten * 10 + one;
}
