import type { TerraformStack } from "cdktf";
import type { ClusterEnvironment, Environment } from "../settings/environment/environment";
import { environmentLabel } from "../settings/checking/label";
import { nearest } from "../settings/checking/nearest";
import { type Path, problem, show } from "../settings/checking/problem";
import type { StackName } from "../settings/state/stack-names";
import type { StateConfig } from "../settings/state/state";
import { StackAddresses } from "../constructs/stack-addresses";
import { writeStateBlocks } from "../constructs/state-blocks";

/** An item of a list in the environment file, with its position in the list. */
type Listed<Item> = Item & { readonly path: Path };

/**
 * Writes the moves, imports and removals that an environment has for one stack. Once the whole stack has been made,
 * synth refuses addresses that it does not have, and moves or removals of one that it still has.
 */
export function changeState(
  stack: TerraformStack,
  name: StackName,
  environment: Environment | ClusterEnvironment,
): void {
  const cluster =
    "cluster" in environment && !environment.cluster.main ? environment.cluster.name : undefined;
  const moved = ofStack(environment, "moved", name, cluster);
  const imported = ofStack(environment, "imported", name, cluster);
  const removed = ofStack(environment, "removed", name, cluster);
  writeStateBlocks(stack, { moved, imported, removed });

  if (moved.length + imported.length + removed.length > 0) {
    stack.node.addValidation({
      validate: () => {
        const addresses = new StackAddresses(stack);
        const left = new Set(moved.map(({ from }) => from));
        return [
          ...moved.flatMap(({ from, to, path }) => [
            ...(addresses.has(from) ? [stillThere(stack, [...path, "from"], from)] : []),
            ...(left.has(to) ? [] : missing(stack, addresses, [...path, "to"], to)),
          ]),
          ...imported.flatMap(({ address, path }) =>
            missing(stack, addresses, [...path, "address"], address),
          ),
          ...removed.flatMap(({ from, path }) =>
            addresses.all.includes(from) ? [stillThere(stack, [...path, "from"], from)] : [],
          ),
        ].map((text) => `${environmentLabel(environment)} ${text}`);
      },
    });
  }
}

function ofStack<List extends keyof StateConfig>(
  { state, clusters }: Environment | ClusterEnvironment,
  list: List,
  name: StackName,
  cluster: string | undefined,
): Listed<StateConfig[List][number]>[] {
  const main = clusters.find((each) => each.cluster.main)?.cluster.name;
  const items: readonly StateConfig[List][number][] = state[list];
  return items
    .map((item, index) => ({ ...item, path: ["state", list, index] }))
    .filter((item) => item.stack === name && (item.cluster ?? main) === (cluster ?? main));
}

const stillThere = ({ node }: TerraformStack, path: Path, address: string): string =>
  problem(
    path,
    `an address that ${node.id} no longer has`,
    show(address),
    "rename the resource, or remove the block",
  );

function missing({ node }: TerraformStack, addresses: StackAddresses, path: Path, address: string): string[] {
  if (addresses.mayHave(address)) {
    return [];
  }
  const meant = nearest(address, addresses.all);
  const fix = meant ? `did you mean ${show(meant)}?` : `__tests__/stacks/inventory/${node.id}.txt lists them`;
  return [problem(path, `an address of ${node.id}`, show(address), fix)];
}
