/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A piece of text somewhere in synthesised Terraform: a value, a number as it is written, or a key. */
export interface Leaf {
  /** Address as Terraform writes it, then the keys below: `aws_vpc.main.tags.Name`. */
  readonly path: string;
  readonly value: string;

  /** True for an address in `depends_on`, which Terraform writes without `${}`. */
  readonly inDependsOn: boolean;
}

/** Every piece of text that Terraform reads, in the order of the file. */
export function* leavesOf(value: Json, keys: readonly (string | number)[] = []): Generator<Leaf> {
  if (typeof value === "string" || typeof value === "number") {
    yield leaf(keys, String(value), keys.at(-2) === "depends_on");
  } else if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      yield* leavesOf(item, [...keys, index]);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      // CDKTF's notes to itself, which Terraform skips.
      if (key !== "//") {
        const here = [...keys, key];
        yield leaf(here, key, false);
        yield* leavesOf(item, here);
      }
    }
  }
}

/** Getter, because most leaves' paths are never read and take longer to write than the rest. */
const leaf = (keys: readonly (string | number)[], value: string, inDependsOn: boolean): Leaf => ({
  get path() {
    return pathOf(keys);
  },
  value,
  inDependsOn,
});

function pathOf(keys: readonly (string | number)[]): string {
  const [section, ...rest] = keys;
  return (section === "resource" && rest.length > 1 ? rest : keys).map(step).join("").replace(/^\./, "");
}

const step = (key: string | number): string => {
  if (typeof key === "number") {
    return `[${key}]`;
  }
  return /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
};
