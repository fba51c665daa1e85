const UNRELEASED = /^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))/m;

/** What stands under `## Unreleased`, and of it what stands under `### Breaking`. @throws when there is no such heading */
export function unreleased(changelog) {
  const [, text] = UNRELEASED.exec(changelog) ?? [];
  if (text === undefined) throw new Error('CHANGELOG.md has no heading `## Unreleased`.');
  const [, breaking = ''] = /^### Breaking\n([\s\S]*?)(?=^### |(?![\s\S]))/m.exec(text) ?? [];
  return { text: text.trim(), breaking: breaking.trim() };
}

/** The changelog with what was unreleased under the version's own heading. */
export function withRelease(changelog, { version, day }) {
  const { text } = unreleased(changelog);
  return changelog
    .replace(UNRELEASED, () => `## Unreleased\n\n## ${version} – ${day}\n\n${text}\n\n`)
    .trimEnd()
    .concat('\n');
}
