import { SHARED, type StackPlace } from "../settings/environment/stack-names";
import type { StackName } from "../settings/state/stack-names";

/** Stacks that read the outputs of each stack. HCP Terraform shows the outputs to no other. */
export const STATE_READERS: Partial<Readonly<Record<StackName, readonly StackName[]>>> = {
  vpc: ["root-dns", "cluster-infrastructure"],
  "root-dns": ["cluster-infrastructure"],
  "cluster-infrastructure": ["cluster-access", "cluster-services"],
};

/**
 * Stacks of an environment that read the outputs of one of them. A cluster's outputs are read for that
 * cluster, and those of the main cluster for the clusters beside it.
 */
export function stateReaders<Place extends StackPlace<unknown>>(
  { id, name, cluster }: Place,
  places: readonly Place[],
): Place[] {
  const readers = STATE_READERS[name] ?? [];
  return places.filter(
    (other) =>
      (readers.includes(other.name) && (cluster === undefined || other.cluster === cluster)) ||
      (other.name === SHARED && name === SHARED && other.needs.includes(id)),
  );
}
