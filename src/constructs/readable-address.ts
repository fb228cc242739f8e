import type { TerraformElement, TerraformStack } from "cdktf";
import type { Node } from "constructs";

const taken = new WeakMap<TerraformStack, Map<string, string>>();

/**
 * Address of an element: its construct path without CDKTF's hash, so that plans and `terraform state` can be
 * read aloud (`helm_release.external-dns_release`).
 *
 * @throws where two elements of one stack would share an address: CDKTF would merge them in silence
 */
export function readableAddress(stack: TerraformStack, element: TerraformElement | Node): string {
  const node = "node" in element ? element.node : element;
  const ids = node.scopes
    .slice(node.scopes.findIndex((scope) => scope === stack) + 1)
    .map((scope) => scope.node.id);
  const address = ids.join("_").replace(/[^A-Za-z0-9_-]/g, "-");

  const addresses = taken.get(stack) ?? new Map<string, string>();
  taken.set(stack, addresses);
  const owner = addresses.get(address);
  if (owner !== undefined && owner !== node.path) {
    throw new Error(`${owner} and ${node.path} would both be "${address}" in Terraform; rename one of them`);
  }
  addresses.set(address, node.path);
  return address;
}
