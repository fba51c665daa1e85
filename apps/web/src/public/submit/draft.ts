import { useCallback, useEffect, useState } from 'react';
import { randomUuid } from '../api.ts';

/** A file that is on its way to the office, or there. */
export interface DraftFile {
  /** Its name at the office; empty until it is there whole. */
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export interface Place {
  readonly address?: string;
  readonly longitude?: number;
  readonly latitude?: number;
}

export type DetailValue = string | number | boolean | readonly string[] | Money | Place;

/** What somebody has written so far. Kept in their browser until it is sent: a lost connection loses nothing. */
export interface Draft {
  /** Of the submission: sent twice, it is registered once. */
  readonly key: string;
  readonly kind: string;
  readonly category: string;
  /** Theirs is the same as others of late of this category. */
  readonly sameAsOthers: boolean;
  readonly content: string;
  readonly demands: readonly string[];
  readonly occurredOn: string;
  readonly respondentName: string;
  readonly respondentType: string;
  readonly details: Readonly<Record<string, DetailValue>>;
  /** How many complain together; 1: they alone. */
  readonly groupSize: number;
  readonly disclosure: '' | 'NAMED' | 'CONFIDENTIAL' | 'ANONYMOUS';
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly files: readonly DraftFile[];
}

function emptyDraft(): Draft {
  return {
    key: randomUuid(),
    ...{ kind: 'COMPLAINT', category: '', sameAsOthers: false, content: '', demands: [], occurredOn: '' },
    ...{
      respondentName: '',
      respondentType: '',
      details: {},
      groupSize: 1,
      disclosure: '',
      name: '',
      phone: '',
      email: '',
    },
    files: [],
  };
}

/** Whether there is anything in it that would be missed. */
export function isEmpty({ category, content, name, phone, files }: Draft): boolean {
  return !category && !content && !name && !phone && files.length === 0;
}

const keptAs = (slug: string): string => `huiyin-draft-${slug}`;

function kept(slug: string): Draft {
  try {
    const text = localStorage.getItem(keptAs(slug));
    return text ? { ...emptyDraft(), ...(JSON.parse(text) as Partial<Draft>) } : emptyDraft();
  } catch {
    return emptyDraft();
  }
}

export interface KeptDraft {
  readonly draft: Draft;
  /** There was something from an earlier visit. */
  readonly restored: boolean;
  readonly change: (part: Partial<Draft>) => void;
  readonly replace: (draft: Draft) => void;
  readonly clear: () => void;
}

/** The draft for an office, kept as it is written. */
export function useDraft(slug: string): KeptDraft {
  const [draft, setDraft] = useState(() => kept(slug));
  const [restored, setRestored] = useState(() => !isEmpty(draft));
  useEffect(() => {
    try {
      if (isEmpty(draft)) localStorage.removeItem(keptAs(slug));
      else localStorage.setItem(keptAs(slug), JSON.stringify(draft));
    } catch {
      // A browser that keeps nothing still sends.
    }
  }, [draft, slug]);
  return {
    draft,
    restored,
    change: useCallback((part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })), []),
    replace: useCallback((whole: Draft) => setDraft(whole), []),
    clear: useCallback(() => {
      setRestored(false);
      setDraft(emptyDraft());
    }, []),
  };
}

/** Forgets the draft once it is sent. */
export function forgetDraft(slug: string): void {
  localStorage.removeItem(keptAs(slug));
}
