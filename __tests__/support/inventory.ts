import type { Terraform } from "./terraform";

/** One line for each resource, module and output: what Terraform would make. */
export const inventoryOf = (terraform: Terraform): string[] => [
  ...terraform.addresses(),
  ...Object.keys(terraform.json.module ?? {}).map((name) => `module.${name}`),
  ...Object.keys(terraform.outputs()).map((name) => `output.${name}`),
];

export interface InventoryChange {
  /** The stack's id. */
  readonly id: string;

  /** The environment it belongs to, where it belongs to one. */
  readonly environment?: string | undefined;
  readonly before: readonly string[];
  readonly after: readonly string[];

  /** The addresses that its `moved` blocks lead away from. */
  readonly movedFrom: readonly string[];
}

const ACCEPT = "npx vitest run __tests__/stacks -u";

/** Advice on a change to a stack's inventory, with the blocks to add where it looks like a rename. */
export function adviceOn(change: InventoryChange): string {
  const renames = likelyRenames(change);
  if (renames.length === 0) {
    return `${change.id} has other resources or outputs than before; ${ACCEPT} accepts that`;
  }
  return [
    `${change.id}: Terraform would destroy ${renames.length === 1 ? "a resource" : `${renames.length} resources`} and make the like anew.`,
    `Where they have only been renamed, add to ${placeOf(change)}:`,
    "",
    ...blocksFor(change, renames),
    "",
    `Then, or where they really are to be destroyed, accept the change: ${ACCEPT}`,
  ].join("\n");
}

type Rename = readonly [from: string, to: string];

/** Each address that went without a `moved` block, with the new one of its type that shares most words with it. */
function likelyRenames({ before, after, movedFrom }: InventoryChange): Rename[] {
  const free = new Set(after.filter((line) => !before.includes(line) && !line.startsWith("output.")));
  const gone = before.filter((line) => !after.includes(line) && !movedFrom.includes(line));

  return gone.flatMap((from): Rename[] => {
    const [to] = [...free]
      .filter((line) => typeOf(line) === typeOf(from))
      .sort((a, b) => shared(b, from) - shared(a, from));
    if (to === undefined) {
      return [];
    }
    free.delete(to);
    return [[from, to]];
  });
}

const typeOf = (address: string): string => address.slice(0, address.indexOf("."));

const shared = (one: string, other: string): number => {
  const words = other.split(/[._-]/);
  return one.split(/[._-]/).filter((word) => words.includes(word)).length;
};

const nameOf = ({ id, environment }: InventoryChange): string =>
  environment === undefined ? id : id.slice(0, -`-${environment}`.length);

const placeOf = (change: InventoryChange): string =>
  change.environment === undefined
    ? `src/stacks/${nameOf(change)}.ts`
    : `src/platform/environments/${change.environment}.ts`;

function blocksFor({ environment, ...change }: InventoryChange, renames: readonly Rename[]): string[] {
  const stack = environment === undefined ? "" : `stack: "${nameOf({ environment, ...change })}", `;
  const blocks = renames.map(([from, to]) => `    { ${stack}from: "${from}", to: "${to}" },`);

  return environment === undefined
    ? ["writeStateBlocks(this, {", "  moved: [", ...blocks, "  ],", "  imported: [],", "});"]
    : ["state: {", "  moved: [", ...blocks, "  ],", "},"];
}
