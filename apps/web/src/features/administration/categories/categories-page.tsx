import { localDateOf, sectorOf, whyCategoryStays } from '@huiyin/domain';
import { type CSSProperties, useState } from 'react';
import { useSector } from '../../../app/sector.ts';
import { PageFrame } from '../page-frame.tsx';
import { SuggestionsSection } from '../suggestions/suggestions-section.tsx';
import { CategoryForm } from './category-form.tsx';
import { CategoryRow } from './category-row.tsx';
import { placedCategories } from './placed.ts';
import { useChangeCategory } from './use-change-category.ts';

/** The sector's categories as the organisation words, orders and offers them. */
export function CategoriesPage() {
  const sector = useSector();
  const change = useChangeCategory();
  const [open, setOpen] = useState<string>();
  const today = localDateOf(new Date().toISOString());
  return (
    <PageFrame title="admin.page.categories" intro="categories.intro">
      <ul className="admin-rows">
        {placedCategories(sector, sectorOf(sector.code)).map((placed) => {
          const { node, depth, offAbove } = placed;
          const stays = offAbove || whyCategoryStays(sector, { code: node.code, on: today }) !== undefined;
          return (
            <li
              key={node.code}
              style={{ paddingInlineStart: `calc(16px + ${depth} * 24px)` } satisfies CSSProperties}
            >
              {open === node.code ? (
                <CategoryForm node={node} stays={stays} change={change} onClose={() => setOpen(undefined)} />
              ) : (
                <CategoryRow {...{ placed, sector, today, change }} onEdit={() => setOpen(node.code)} />
              )}
            </li>
          );
        })}
      </ul>
      <SuggestionsSection />
    </PageFrame>
  );
}
