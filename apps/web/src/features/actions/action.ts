import type { ActionsQuery } from './generated/actions.ts';

/** An action as the list shows it. */
export type Action = ActionsQuery['correctiveActions']['edges'][number]['node'];
