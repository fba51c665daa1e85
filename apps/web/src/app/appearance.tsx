import { type ThemeConfig, theme } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** How somebody likes the screens; kept in their browser. */
export interface Appearance {
  readonly scheme: 'system' | 'light' | 'dark';
  /** Rows and controls of lists: roomy, or close together for those who scan many. */
  readonly density: 'roomy' | 'compact';
}

const KEPT_AS = 'huiyin-appearance';
const FIRST: Appearance = { scheme: 'system', density: 'roomy' };

function kept(): Appearance {
  try {
    return { ...FIRST, ...(JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') as Partial<Appearance>) };
  } catch {
    return FIRST;
  }
}

/** Whether a media query holds, now and as it changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const change = () => setHolds(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, [query]);
  return holds;
}

interface InUse extends Appearance {
  readonly dark: boolean;
  readonly change: (part: Partial<Appearance>) => void;
}

const AppearanceContext = createContext<InUse | undefined>(undefined);

/** Keeps the appearance and hands it to everything below. */
export function WithAppearance({ children }: { children: (themeConfig: ThemeConfig) => ReactNode }) {
  const [appearance, setAppearance] = useState(kept);
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const dark = appearance.scheme === 'dark' || (appearance.scheme === 'system' && prefersDark);
  useEffect(() => {
    localStorage.setItem(KEPT_AS, JSON.stringify(appearance));
    const { style, dataset } = document.documentElement;
    style.colorScheme = dark ? 'dark' : 'light';
    // For the few colours of our own in the style sheets.
    dataset['scheme'] = style.colorScheme;
  }, [appearance, dark]);
  const inUse = useMemo(
    () => ({
      ...appearance,
      dark,
      change: (part: Partial<Appearance>) => setAppearance((before) => ({ ...before, ...part })),
    }),
    [appearance, dark],
  );
  return (
    <AppearanceContext.Provider value={inUse}>
      {children(themeOf({ dark, compact: appearance.density === 'compact', still }))}
    </AppearanceContext.Provider>
  );
}

/** The appearance in use. Only below {@link WithAppearance}. */
export function useAppearance(): InUse {
  const inUse = useContext(AppearanceContext);
  if (!inUse) throw new Error('No appearance here.');
  return inUse;
}

/** Fonts of the reader's system first: the bundled one is fetched only where there is no Chinese font. */
export const FONTS =
  "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC Variable', sans-serif";

/**
 * Our own theme: quiet greys, one deep blue, and colours with enough contrast for text in both schemes
 * (WCAG 2.2, 1.4.3: 4.5 to 1).
 */
function themeOf({ dark, compact, still }: { dark: boolean; compact: boolean; still: boolean }): ThemeConfig {
  const algorithms = [dark ? theme.darkAlgorithm : theme.defaultAlgorithm];
  return {
    algorithm: compact ? [...algorithms, theme.compactAlgorithm] : algorithms,
    token: {
      colorPrimary: dark ? '#3585bf' : '#1f5f8b',
      colorInfo: dark ? '#3585bf' : '#1f5f8b',
      colorLink: dark ? '#7cbde8' : '#1a5a86',
      // The derived one is too pale to read.
      colorLinkHover: dark ? '#a3d3f2' : '#0f4264',
      ...(dark
        ? {
            colorError: '#ff6467',
            colorTextSecondary: '#b4bac1',
            colorTextTertiary: '#a3aab2',
            colorTextDescription: '#b4bac1',
            colorTextPlaceholder: '#9aa1a9',
          }
        : {
            colorBgLayout: '#f5f6f8',
            controlItemBgActive: '#e4eef5',
            controlItemBgActiveHover: '#d6e5ef',
            colorTextSecondary: '#565d66',
            colorTextTertiary: '#626a73',
            colorTextDescription: '#565d66',
            colorTextPlaceholder: '#6b727a',
            colorInfoBg: '#e4eef5',
            colorInfoBorder: '#a9c7dc',
            colorSuccess: '#2b7a1f',
            colorSuccessBg: '#ebf6e8',
            colorSuccessBorder: '#a9d39f',
            colorWarning: '#9a5b00',
            colorWarningBg: '#fff7e6',
            colorWarningBorder: '#e6c88f',
            colorError: '#c0272d',
            colorErrorBg: '#fdeeee',
            colorErrorBorder: '#eba9ab',
          }),
      borderRadius: 6,
      fontFamily: FONTS,
      motion: !still,
    },
    components: {
      Layout: { headerHeight: 52, headerPadding: '0 16px' },
      Menu: dark
        ? { itemSelectedColor: '#a9d6f5' }
        : { itemSelectedBg: '#e4eef5', itemSelectedColor: '#174a6d' },
    },
  };
}
