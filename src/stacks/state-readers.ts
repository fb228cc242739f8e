import { type StackName, stackNames } from "../settings/environment/stack-names";
import type { Environment } from "../settings/environment/environment";

/** The stacks that read the outputs of another, by whose outputs they are. HCP Terraform shows them to no other. */
export const STATE_READERS: Partial<Readonly<Record<StackName, readonly StackName[]>>> = {
  vpc: ["root-dns", "cluster-infrastructure"],
  "root-dns": ["cluster-infrastructure"],
  "cluster-infrastructure": ["cluster-access", "cluster-services"],
};

/** The stacks of an environment that read the outputs of one of them. */
export function stateReaders(stack: StackName, environment: Environment): StackName[] {
  const readers = STATE_READERS[stack] ?? [];
  return stackNames(environment).filter((name) => readers.includes(name));
}
