import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectorFiles } from './sector-template.mjs';

const SECTORS = join('packages', 'domain', 'src', 'sectors');

/**
 * Writes a sector's folder and its line in the registry, into the checkout `root`.
 * @param options `{ code, zh, en?, family?, prefix? }`; what is absent is taken from the code
 * @returns the folder and the registry, whose form is left to Biome
 * @throws Error with what to do, before anything is written
 */
export function newSector(root, options) {
  const sector = namesOf(options);
  const folder = join(root, SECTORS, sector.slug);
  const registry = join(root, SECTORS, 'index.ts');
  const before = readFileSync(registry, 'utf8');
  if (existsSync(folder)) throw new Error(`${folder} is there already.`);
  const after = before
    .replace(/^import /m, `import { ${sector.constant} } from './${sector.slug}/index.ts';\nimport `)
    .replace(/(export const SECTORS: readonly Sector\[\] = \[[^\]]*?),?(\s*\];)/, `$1, ${sector.constant}$2`);
  if (after.split(sector.constant).length !== 3 + (before.split(sector.constant).length - 1)) {
    throw new Error(`${registry}: no registry found to add ${sector.constant} to.`);
  }
  mkdirSync(folder);
  for (const [file, text] of Object.entries(sectorFiles(sector))) {
    writeFileSync(join(folder, file), text.trimStart());
  }
  writeFileSync(registry, after);
  return { folder, registry };
}

/** All spellings of a sector's name. `WATER_SUPPLY`, `water-supply` and `waterSupply` are the same code. */
export function namesOf({ code: given = '', zh = '', en, family = 'provider', prefix }) {
  const words = given.match(/[A-Z]+(?![a-z])|[A-Za-z][a-z]*|\d+/g)?.map((word) => word.toLowerCase()) ?? [];
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const code = words.join('_').toUpperCase();
  if (!/^[A-Z][A-Z0-9_]*$/.test(code)) throw new Error('Give a code in English words, such as WATER_SUPPLY.');
  if (!/\p{Script=Han}/u.test(zh)) throw new Error('Give the Chinese name: --zh 供水.');
  if (!['provider', 'regulator'].includes(family)) throw new Error('--family is provider or regulator.');
  const initials = words.length > 1 ? words.map((word) => word[0]).join('') : code.slice(0, 2);
  const numberPrefix = (prefix ?? initials).toUpperCase();
  if (!/^[A-Z]{1,6}$/.test(numberPrefix)) throw new Error('--prefix is one to six letters, such as GS.');
  return {
    code,
    zh,
    en: en ?? capital(words.join(' ')),
    family: family.toUpperCase(),
    prefix: numberPrefix,
    constant: code,
    typeName: words.map(capital).join(''),
    slug: words.join('-'),
  };
}
