import { type DecidersOf, happened } from './decider.ts';
import { outletOf, waitingEntry } from './engineering.ts';
import { refuse } from './refusal.ts';
import { given, LONGEST_TEXT } from './texts.ts';

/** What engineers did for the complaint, said by the list from which they work. */
export const ENGINEERING: DecidersOf<'ADVANCE_ENGINEERING'> = {
  ADVANCE_ENGINEERING: {
    decide: ({ outlet, itemId, stage, leading, week, improved, repeated, text }, context, state) => {
      const entry = outletOf(context.sector, outlet) && waitingEntry(state, outlet);
      if (!entry) {
        refuse(
          'WRONG_STATE',
          { zh: '此件不在该工程清单中，或已完成。', en: 'It does not wait on this list, or is done.' },
          'outlet',
        );
      }
      const planned = entry.steps.at(-1);
      if (planned && planned.itemId !== itemId) {
        refuse(
          'ALREADY_DONE',
          { zh: '此件已列入另一工程事项。', en: 'It is part of another item already.' },
          'itemId',
        );
      }
      return [
        happened(
          'ENGINEERING_ADVANCED',
          {
            ...{ id: context.newId(), entryId: entry.id, itemId, stage, leading },
            ...(week === undefined ? {} : { week }),
            ...(improved === undefined ? {} : { improved }),
            ...(repeated === undefined ? {} : { repeated }),
            ...given('text', text, LONGEST_TEXT),
          },
          context,
        ),
      ];
    },
  },
};
