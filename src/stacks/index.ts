import type { App } from "cdktf";
import type { Environment } from "../config/environment";
import { ClusterAccessStack } from "./cluster-access";
import { ClusterInfrastructureStack } from "./cluster-infrastructure";
import { ClusterServicesStack } from "./cluster-services";
import { RootDnsStack } from "./root-dns";
import { VpcStack } from "./vpc";

/** Every stack of an environment. Each is applied after the one before it. */
export function addStacks(app: App, environment: Environment): void {
  const { vpc } = environment.network;
  const ordered = [
    ...("existing" in vpc ? [] : [new VpcStack(app, environment, vpc)]),
    new RootDnsStack(app, environment),
    new ClusterInfrastructureStack(app, environment),
    new ClusterAccessStack(app, environment),
    new ClusterServicesStack(app, environment),
  ];

  ordered.forEach((stack, index) => {
    const previous = ordered[index - 1];
    if (previous) {
      stack.addDependency(previous);
    }
  });
}
