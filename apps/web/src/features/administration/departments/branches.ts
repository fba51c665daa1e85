interface Listed {
  readonly id: string;
  readonly name: string;
  readonly parent: { readonly id: string } | null;
}

/** A department in its place: below whom it stands, how far from the top. */
export interface Branch<Department> {
  readonly department: Department;
  readonly depth: number;
}

/** A list as a tree, each before what is below it, brothers by name. */
export function branchesOf<Department extends Listed>(
  departments: readonly Department[],
): Branch<Department>[] {
  const below = (parent: string | undefined, depth: number): Branch<Department>[] =>
    departments
      .filter((each) => each.parent?.id === parent)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
      .flatMap((department) => [{ department, depth }, ...below(department.id, depth + 1)]);
  return below(undefined, 0);
}

/** A department and everything below it: it cannot be a part of any of them. */
export function withBelow(departments: readonly Listed[], id: string): ReadonlySet<string> {
  const children = departments.filter(({ parent }) => parent?.id === id);
  return new Set([id, ...children.flatMap((child) => [...withBelow(departments, child.id)])]);
}
