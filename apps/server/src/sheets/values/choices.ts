import type { Localized } from '@huiyin/shared';
import { type Reading, read, refuse } from './reading.ts';
import { bigramSimilarity, cleanText, comparable } from './text.ts';

/** One option of a closed list, with every name it goes by: both languages and synonyms. */
export interface Choice {
  code: string;
  labels: readonly string[];
}

const MAX_CANDIDATES = 5;
const SIMILAR = 0.4;

/**
 * Finds the option a value means: by code or label exactly, then without case, blanks and punctuation, then by
 * one containing the other where only one option does. Never by likeness: likeness only gives `candidates`
 * (codes) for the user to decide. Pure.
 */
export function matchChoice(cell: string, choices: readonly Choice[]): Reading<string> {
  const text = cleanText(cell);
  if (text === '') return read<string>(null);
  const exact = choices.filter(({ code, labels }) => code === text || labels.includes(text));
  if (exact.length > 0) return decide(exact, text, choices);
  const wanted = comparable(text);
  const namesOf = ({ code, labels }: Choice) =>
    [code, ...labels].map(comparable).filter((name) => name !== '');
  const normalised = choices.filter((choice) => namesOf(choice).includes(wanted));
  if (normalised.length > 0) return decide(normalised, text, choices);
  const containing =
    wanted.length < 2
      ? []
      : choices.filter((choice) => namesOf(choice).some((name) => contains(wanted, name)));
  return decide(containing, text, choices);
}

/** One is part of the other, but for a negation: `不予受理` is no `受理`. */
function contains(value: string, label: string): boolean {
  const [long, short] = value.length >= label.length ? [value, label] : [label, value];
  if (short.length < 2) return false;
  const at = long.indexOf(short);
  if (at < 0) return false;
  return !/[不未非无没拒]|^(?:not|non|un|in)/.test(long.slice(0, at));
}

function decide(found: readonly Choice[], text: string, choices: readonly Choice[]): Reading<string> {
  const [first, ...others] = found;
  if (first && others.length === 0) return read(first.code);
  const candidates = (first ? found : similar(text, choices)).slice(0, MAX_CANDIDATES);
  return refuse({
    code: first ? 'AMBIGUOUS_CHOICE' : 'NO_SUCH_CHOICE',
    text: first
      ? { zh: '可能指多个选项。', en: 'This may mean several options.' }
      : { zh: '不在可选项之中。', en: 'This is not one of the options.' },
    remedy: REMEDY,
    candidates: candidates.map(({ code }) => code),
  });
}

const REMEDY: Localized = {
  zh: '请改填其中一项，或指定该值对应哪一项。',
  en: 'Write one of them, or say which one this value stands for.',
};

function similar(text: string, choices: readonly Choice[]): Choice[] {
  const wanted = comparable(text);
  return choices
    .map((choice) => ({
      choice,
      score: Math.max(
        ...[choice.code, ...choice.labels].map((name) => bigramSimilarity(wanted, comparable(name))),
      ),
    }))
    .filter(({ score }) => score >= SIMILAR)
    .sort((a, b) => b.score - a.score)
    .map(({ choice }) => choice);
}
