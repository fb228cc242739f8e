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
export function leavesOf(value: Json): Leaf[] {
  const leaves: Leaf[] = [];
  collect(value, undefined, leaves);
  return leaves;
}

/** Key or index, and the place around it. A list of keys for each leaf would take longer than all else. */
interface Place {
  readonly key: string | number;
  readonly parent: Place | undefined;
}

function collect(value: Json, place: Place | undefined, leaves: Leaf[]): void {
  if (typeof value === "string" || typeof value === "number") {
    leaves.push(new LeafAt(place, String(value), place?.parent?.key === "depends_on"));
  } else if (Array.isArray(value)) {
    (value as readonly Json[]).forEach((item, index) => collect(item, { key: index, parent: place }, leaves));
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      // CDKTF's notes to itself, which Terraform skips.
      if (key !== "//") {
        const here = { key, parent: place };
        leaves.push(new LeafAt(here, key, false));
        collect(item, here, leaves);
      }
    }
  }
}

/** Writes its path only when asked: most leaves' paths are never read. */
class LeafAt implements Leaf {
  constructor(
    private readonly place: Place | undefined,
    readonly value: string,
    readonly inDependsOn: boolean,
  ) {}

  get path(): string {
    const keys: (string | number)[] = [];
    for (let place = this.place; place; place = place.parent) {
      keys.unshift(place.key);
    }
    return pathOf(keys);
  }
}

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
