import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import type { App } from "cdktf";
import { Construct } from "constructs";
import type { S3BackendConfig } from "../settings/state/backend";
import type { Environment } from "../settings/environment/environment";
import { clusterLabel } from "../settings/environment/stack-names";
import { accountOf } from "../settings/organisation/environment-names";
import { publish } from "../constructs/outputs";
import { StateBucket } from "../infrastructure/state-bucket";
import { isOwned } from "../terraform-cloud/permissions/ownership";
import { addTenantBoundary } from "../tenants/boundary";
import { PlatformStack } from "./platform-stack";
import { addTenantRunPolicies, type TenantsOfEnvironment } from "./tenant-runs";
import { addBoundary } from "./tfc-aws-config/boundary";
import { refuseLongPolicies } from "./tfc-aws-config/policy-lengths";
import { ownershipOf, territoryOfCluster, territoryOfEnvironment } from "./tfc-aws-config/territory";

/**
 * Bucket for the state of every stack of an environment, including its own: see docs/backends.md. An administrator applies
 * it before all others, so it also has the boundary of every role that those make.
 */
export class TerraformStateStack extends PlatformStack {
  constructor(
    app: App,
    environment: Environment,
    { bucket: name }: S3BackendConfig,
    tenants: TenantsOfEnvironment,
  ) {
    super(app, "terraform-state", environment);
    const { accountId } = new DataAwsCallerIdentity(this, "account");
    const bucket = new StateBucket(this, "states", { name, accountId });

    for (const cluster of environment.clusters) {
      const isMain = cluster.cluster.main;
      addBoundary(
        isMain ? this : new Construct(this, `${cluster.cluster.name}-roles`),
        isMain ? environment : cluster,
        isMain ? territoryOfEnvironment(environment) : territoryOfCluster(cluster),
      );
    }
    if (environment.clusters.some((cluster) => tenants.namespaces.has(clusterLabel(cluster)))) {
      addTenantRunPolicies(this, environment, tenants);
      addTenantBoundary(this, {
        environment: environment.name,
        accountId: accountOf(environment),
        region: environment.region,
        isTenants: isOwned(ownershipOf(environment, ["tenant"])),
      });
    }
    refuseLongPolicies(this, environment);

    publish(this, { bucket: bucket.name, kms_key_arn: bucket.keyArn });
  }
}
