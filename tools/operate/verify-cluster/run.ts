import type { AddonName } from "../../../src/settings/addons";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { CommandError } from "../../kit/command-error";
import type { CheckResult, Progress } from "../../kit/run-checks";
import { CLUSTER_CHECKS } from "./checks";
import type { Trial } from "./trial";
import { tryCluster } from "./try-cluster";

/**
 * Tries a cluster, unless another trial of it is under way.
 *
 * @throws CommandError if one is
 */
export async function tryOnce(
  environment: ClusterEnvironment,
  trial: Trial,
  progress: Progress,
): Promise<readonly CheckResult[]> {
  const { namespace } = trial.names;
  const { status } = await trial.at.client.get(`/api/v1/namespaces/${namespace}`);
  if (status !== 404) {
    throw new CommandError(
      `namespace ${namespace}: expected none, got ${status === 200 ? "one; another trial is under way, or was cut off: kubectl delete namespace " + namespace : `status ${status}; may you read namespaces?`}`,
    );
  }
  return tryCluster(trial, { checks: CLUSTER_CHECKS, has: addonsOf(environment) }, progress);
}

/** Tells whether a cluster has an add-on. */
const addonsOf =
  ({ addons }: ClusterEnvironment) =>
  (name: AddonName): boolean =>
    addons[name] !== false;
