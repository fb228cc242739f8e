import type { TerraformStack } from "cdktf";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { EksCluster } from "../../infrastructure/eks-cluster";
import { LogDelivery } from "../../infrastructure/log-delivery";

interface Surroundings {
  readonly accountId: string;
  readonly cluster: EksCluster;
}

/** Forwards the control plane's logs, if the environment has a receiver for them. */
export function addLogDelivery(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  around: Surroundings,
): void {
  const { fluentBit } = environment.addons;

  if (fluentBit && fluentBit.controlPlane) {
    new LogDelivery(stack, "log-delivery", {
      ...fluentBit.controlPlane,
      clusterName: environment.cluster.name,
      label: environment.name,
      accountId: around.accountId,
      logGroupName: around.cluster.logGroupName,
      forceDestroy: environment.forceDestroy,
    });
  }
}
