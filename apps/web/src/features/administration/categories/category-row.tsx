import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { isOffered, type LocalDate, type OptionNode, type Sector, whyCategoryStays } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex, Switch, Tag } from 'antd';
import { useSave } from '../use-save.tsx';
import type { Placed } from './placed.ts';
import type { ChangeCategory } from './use-change-category.ts';
import { useCategoryWords } from './words.ts';

type Direction = 'up' | 'down';

/** A category as it is offered: moved among its siblings, worded anew, switched off and on. */
export function CategoryRow({
  placed,
  sector,
  today,
  change,
  onEdit,
}: {
  placed: Placed;
  sector: Sector;
  today: LocalDate;
  change: ChangeCategory;
  onEdit: () => void;
}) {
  const { word, locale } = useCategoryWords();
  const save = useSave();
  const { node, declared, position, siblings, offAbove } = placed;
  const { code, offFrom } = node;
  const name = inLocale(node.label, locale);
  const stays = whyCategoryStays(sector, { code, on: today });
  const move = async (by: 1 | -1) => {
    const to = position + by;
    const moved = await save(() => change({ code, position: to }), {
      done: word('categories.moved', { name, place: to + 1 }),
      undo: () => change({ code, position }),
    });
    if (moved) requestAnimationFrame(() => focusOn(code, by === 1 ? 'down' : 'up'));
  };
  const offer = (on: boolean) =>
    save(() => change({ code, offFrom: on ? null : today }), {
      done: word(on ? 'categories.switchedOn' : 'categories.switchedOff', { name }),
      undo: () => change({ code, offFrom: offFrom ?? null }),
    });
  return (
    <div className="admin-row">
      <span {...(isOffered(node, today) ? {} : { className: 'admin-off' })}>
        {name} <OffTag node={node} today={today} offAbove={offAbove} />
        {inLocale(declared.label, locale) !== name && (
          <small className="quiet admin-below">
            {word('categories.sectorName', { name: inLocale(declared.label, locale) })}
          </small>
        )}
        {stays && <small className="quiet admin-below">{inLocale(stays, locale)}</small>}
      </span>
      <Flex gap={8} align="center">
        <Button
          size="small"
          id={buttonId(code, 'up')}
          icon={<ArrowUpOutlined aria-hidden />}
          aria-label={word('categories.upOf', { name })}
          title={word('categories.up')}
          disabled={position === 0}
          onClick={() => void move(-1)}
        />
        <Button
          size="small"
          id={buttonId(code, 'down')}
          icon={<ArrowDownOutlined aria-hidden />}
          aria-label={word('categories.downOf', { name })}
          title={word('categories.down')}
          disabled={position === siblings - 1}
          onClick={() => void move(1)}
        />
        <Button size="small" aria-label={word('admin.editOf', { name })} onClick={onEdit}>
          {word('admin.edit')}
        </Button>
        <Switch
          size="small"
          checked={offFrom === undefined}
          disabled={offAbove || (stays !== undefined && offFrom === undefined)}
          aria-label={word('categories.offeredOf', { name })}
          onChange={(on) => void offer(on)}
        />
      </Flex>
    </div>
  );
}

function OffTag({ node, today, offAbove }: { node: OptionNode; today: LocalDate; offAbove: boolean }) {
  const { word } = useCategoryWords();
  const { offFrom } = node;
  if (offFrom === undefined) return null;
  if (offAbove) return <Tag>{word('categories.offWithParent')}</Tag>;
  return (
    <Tag>{offFrom <= today ? word('categories.off') : word('categories.offFrom', { day: offFrom })}</Tag>
  );
}

function buttonId(code: string, direction: Direction): string {
  return `category-${code}-${direction}`;
}

/** Whoever moves a category with the keyboard stays with it; at an end of the list, on the way back. */
function focusOn(code: string, direction: Direction): void {
  const other = direction === 'up' ? 'down' : 'up';
  const buttons = [direction, other].map((way) => document.getElementById(buttonId(code, way as Direction)));
  buttons.find((button) => button instanceof HTMLButtonElement && !button.disabled)?.focus();
}
