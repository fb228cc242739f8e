import { bounded } from "../../names/bounded";
import { NAME_LIMITS } from "../../names/limits";
import { accountOf } from "../organisation/environment-names";
import { workspacesOf } from "../organisation/terraform-cloud";
import type { ClusterEnvironment, Environment } from "./environment";

/** Name of the policy beside a bucket of states. It differs from HCP Terraform's, which an environment may come from. */
const BESIDE_STATES = "platform-boundary";

/** Name of the policy that bounds every role of an environment and its main cluster, or of another cluster. */
export function boundaryName(owner: Environment | ClusterEnvironment): string {
  if (owner.backend.type === "cloud") {
    return workspacesOf(owner).boundary;
  }
  const own = "cluster" in owner && !owner.cluster.main ? [owner.cluster.name] : [];
  return bounded([BESIDE_STATES, owner.name, ...own].join("_"), NAME_LIMITS.role);
}

/** ARN of that policy. */
export const boundaryArn = (owner: Environment | ClusterEnvironment): string =>
  `arn:aws:iam::${accountOf(owner)}:policy/${boundaryName(owner)}`;
