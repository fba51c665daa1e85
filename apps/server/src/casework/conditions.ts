/** SQL conditions with their values, numbered from `$1`. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  /** `$n` of a value. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  and(condition: string): void {
    this.#parts.push(condition);
  }

  /**
   * The column holds one of the values; an empty list is held by nothing. One value alone is compared as one: then an
   * index that has the order of the list behind the column is read in that order.
   */
  among(column: string, values: readonly string[] | null | undefined, type: 'text' | 'uuid' = 'text'): void {
    if (!values) return;
    const [only, ...others] = values;
    const one = only !== undefined && others.length === 0;
    this.and(
      one
        ? `${column} = ${this.parameter(only)}::${type}`
        : `${column} = any(${this.parameter([...values])}::${type}[])`,
    );
  }

  get text(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' and ');
  }
}
