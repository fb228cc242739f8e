import type { StackName, StackPlace } from "../settings/environment/stack-names";

/** The stacks that read the outputs of another, by whose outputs they are. HCP Terraform shows them to no other. */
export const STATE_READERS: Partial<Readonly<Record<StackName, readonly StackName[]>>> = {
  vpc: ["root-dns", "cluster-infrastructure"],
  "root-dns": ["cluster-infrastructure"],
  "cluster-infrastructure": ["cluster-access", "cluster-services"],
};

/** Stacks of an environment that read the outputs of one of them: of a cluster's stack only that cluster's. */
export function stateReaders<Place extends StackPlace<unknown>>(
  { name, cluster }: Place,
  places: readonly Place[],
): Place[] {
  const readers = STATE_READERS[name] ?? [];
  return places.filter(
    (other) => readers.includes(other.name) && (cluster === undefined || other.cluster === cluster),
  );
}
