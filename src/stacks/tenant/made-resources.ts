import type { Construct } from "constructs";
import type { Cluster } from "../../constructs/cluster";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { accountOf } from "../../settings/organisation/environment-names";
import type { Tenant } from "../../settings/products/products";
import { isConnectedTo, isKept, resourcesOf } from "../../settings/products/resources/own-resources";
import { TenantAlarmTopic } from "../../tenants/alarm-topic";
import { type MadeResource, makeResources, topicArnsOf } from "../../tenants/resources/make-resources";
import { tenantKey } from "../../tenants/tenant-key";
import type { NodePlace } from "../cluster-outputs";
import { type ClientGroups, clientGroups } from "./pod-security-groups";

export interface MadeResourcesProps {
  readonly environment: ClusterEnvironment;
  readonly cluster: Cluster;
  readonly tenant: Tenant;
  readonly nodes: NodePlace;
}

/** AWS resources of a namespace. */
export interface MadeResources {
  readonly made: readonly MadeResource[];

  /** ARN of the key that encrypts them; `undefined` where there are none. */
  readonly keyArn: string | undefined;

  /** Security groups of pods that connect to databases. */
  readonly groups: ClientGroups["ofPods"];
}

/** Makes the resources of a namespace, their key and the topic of their alarms. */
export function madeResources(
  scope: Construct,
  { environment, cluster, tenant, nodes }: MadeResourcesProps,
): MadeResources {
  const own = resourcesOf(tenant);
  if (own.length === 0) {
    return { made: [], keyArn: undefined, groups: undefined };
  }
  const { region } = environment;
  const accountId = accountOf(environment);
  const place = { cluster: tenant.cluster, namespace: tenant.namespace };
  const { arn: keyArn } = tenantKey(scope, {
    place,
    accountId,
    topicArns: topicArnsOf(tenant, { place, region, accountId }),
    kept: own.some((each) => isKept(tenant, each)),
  });
  const topic = new TenantAlarmTopic(scope, "alarms", {
    place,
    accountId,
    region,
    keyArn,
    email: tenant.product.owner.email,
  });
  const groups = own.some(isConnectedTo)
    ? clientGroups(scope, place, { ...nodes, vpcId: cluster.vpcId }, environment)
    : { admitted: nodes.securityGroupId, ofPods: undefined };
  const parts = {
    place,
    accountId,
    region,
    keyArn,
    alarmTopicArn: topic.arn,
    live: tenant.live,
    network: { vpcId: cluster.vpcId, subnetIds: nodes.subnetIds },
    clientSecurityGroupId: groups.admitted,
  };
  return { made: makeResources(scope, tenant, parts), keyArn, groups: groups.ofPods };
}
