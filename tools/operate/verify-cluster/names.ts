import { randomBytes } from "node:crypto";
import { mirroredImage } from "../../../src/constructs/registries";
import { loadBalancerName } from "../../../src/names/cluster-names";
import { CLUSTER_CHECK } from "../../../src/settings/namespaces/cluster-check";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { accountOf } from "../../../src/settings/organisation/environment-names";
import { CommandError } from "../../kit/command-error";
import type { Names } from "./trial";

/** Version of the workload's image. */
const TAG = "2.53";

/** Names of a trial of a cluster. */
export function namesOf(
  { cluster, dns, addons }: ClusterEnvironment,
  image = `${mirroredImage(addons.registries, CLUSTER_CHECK.repository)}:${TAG}`,
): Names {
  const zone = `${dns.clusterSubdomain}.${dns.publicZone}`;
  return {
    namespace: CLUSTER_CHECK.namespace,
    image,
    zone,
    host: `${CLUSTER_CHECK.host}.${zone}`,
    loadBalancer: loadBalancerName(CLUSTER_CHECK.host, cluster.name),
    word: `word-${randomBytes(6).toString("hex")}`,
  };
}

/** Refuses a context with another cluster, and one whose cluster has no ARN for a name unless a person chose it. */
export function checkContext(environment: ClusterEnvironment, named: string, isChosen: boolean): void {
  const { region, cluster } = environment;
  const arn = `arn:aws:eks:${region}:${accountOf(environment)}:cluster/${cluster.name}`;
  if (named !== arn && (named.startsWith("arn:") || !isChosen)) {
    throw new CommandError(
      `--context: expected one of cluster ${arn}, got ${named || "none"}; aws eks update-kubeconfig --region ${region} --name ${cluster.name}, in account ${accountOf(environment)}`,
    );
  }
}
