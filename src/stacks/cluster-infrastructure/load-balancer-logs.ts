import type { TerraformStack } from "cdktf";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { SecureBucket } from "../../constructs/secure-bucket";
import { bucketName } from "../../names/cluster-names";

/** Bucket for the access logs of the Ingresses' load balancers. */
export function addLoadBalancerLogs(stack: TerraformStack, environment: ClusterEnvironment): SecureBucket {
  return new SecureBucket(stack, "load-balancer-logs", {
    name: bucketName(environment.cluster.name, environment.name, "load-balancer-logs"),
    forceDestroy: environment.forceDestroy,
    expireAfterDays: environment.cluster.logRetentionDays,
    logsFrom: "load-balancers",
  });
}
