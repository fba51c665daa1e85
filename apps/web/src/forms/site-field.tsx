import { useQuery } from '@apollo/client/react';
import { type FieldDeclaration, type Sector, type Site, siteCalled, sitesBelow } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { AutoComplete, Form, Input } from 'antd';
import type { KeptSiteFragment } from './generated/sites.ts';
import { SitesDocument } from './generated/sites.ts';
import { useFieldWords } from './words.ts';

export type KeptSite = Site & Pick<KeptSiteFragment, 'version'>;

/** The tree as the domain knows it. */
export function treeFrom(sites: readonly KeptSiteFragment[]): readonly KeptSite[] {
  return sites.map(({ parent, ...site }) => ({ ...site, parentId: parent?.id ?? null }));
}

/**
 * Where it happened, chosen from the organisation's tree level by level, or typed freely: what is not in the tree is
 * said so, for it counts by itself.
 */
export function SiteField({ field, sector }: { field: FieldDeclaration; sector: Sector }) {
  const { word, locale } = useFieldWords();
  const form = Form.useFormInstance();
  const { data } = useQuery(SitesDocument);
  const levels = sector.sites?.levels ?? [];
  const depth = levels.findIndex((level) => level.field === field.key);
  const typed: readonly (string | undefined)[] =
    Form.useWatch((all) => levels.map((level) => all['details']?.[level.field]), form) ?? [];
  const sites = treeFrom(data?.sites ?? []);
  const below = siteAt(sites, typed.slice(0, depth));
  const offered = below === undefined ? [] : sitesBelow(sites, below?.id ?? null);
  const given = typed[depth]?.trim() ?? '';
  const unknown = given !== '' && sites.length > 0 && !siteAt(sites, [...typed.slice(0, depth), given]);
  const label = inLocale(field.label, locale);
  const longest = field.type.kind === 'text' ? field.type.maxLength : undefined;
  const clearBelow = () => {
    for (const level of levels.slice(depth + 1)) form.setFieldValue(['details', level.field], undefined);
  };
  return (
    <Form.Item
      name={['details', field.key]}
      label={label}
      {...(unknown
        ? { extra: word('site.unknown', { tree: inLocale(sector.sites?.label ?? field.label, locale) }) }
        : {})}
    >
      <AutoComplete
        allowClear
        options={offered.map(({ name }) => ({ value: name }))}
        showSearch={{ filterOption: (input, option) => String(option?.value ?? '').includes(input.trim()) }}
        // A building of another estate is none of this one.
        onSelect={clearBelow}
      >
        <Input {...(longest ? { maxLength: longest } : {})} />
      </AutoComplete>
    </Form.Item>
  );
}

/** The site of so many names from the outermost on; null for none of them; undefined where the tree has no such. */
function siteAt(sites: readonly Site[], names: readonly (string | undefined)[]): Site | null | undefined {
  let at: Site | null = null;
  for (const name of names) {
    const found: Site | undefined = siteCalled(sites, { parentId: at?.id ?? null, name: name?.trim() ?? '' });
    if (!found) return undefined;
    at = found;
  }
  return at;
}
