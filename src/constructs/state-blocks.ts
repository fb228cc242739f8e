import type { TerraformStack } from "cdktf";

export interface StateBlocks {
  /** Former and present addresses of resources. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];

  /** Addresses, and the provider's ids of the things to import there. */
  readonly imported: readonly { readonly address: string; readonly id: string }[];

  /** Addresses that Terraform forgets, and whose things it leaves as they are. */
  readonly removed: readonly { readonly from: string }[];
}

/**
 * Writes the `moved`, `import` and `removed` blocks of a stack, in the order of their addresses.
 *
 * Own blocks, because CDKTF's `moveTo` and `importFrom` run terraform during synth and cannot name a resource
 * that is no longer in the code.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/moved
 * @see https://developer.hashicorp.com/terraform/language/block/import
 * @see https://developer.hashicorp.com/terraform/language/block/removed
 */
export function writeStateBlocks(stack: TerraformStack, { moved, imported, removed }: StateBlocks): void {
  if (moved.length > 0) {
    const blocks = moved.map(({ from, to }) => ({ from, to }));
    stack.addOverride(
      "moved",
      blocks.sort((a, b) => compare(a.to, b.to)),
    );
  }
  if (imported.length > 0) {
    const blocks = imported.map(({ address, id }) => ({ to: address, id: literal(id) }));
    stack.addOverride(
      "import",
      blocks.sort((a, b) => compare(a.to, b.to)),
    );
  }
  if (removed.length > 0) {
    const blocks = removed.map(({ from }) => ({ from, lifecycle: { destroy: false } }));
    stack.addOverride(
      "removed",
      blocks.sort((a, b) => compare(a.from, b.from)),
    );
  }
}

/** Compares by code unit, so that the order is the same in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Literal text: Terraform would take `${` and `%{` for templates. */
const literal = (text: string): string => text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
