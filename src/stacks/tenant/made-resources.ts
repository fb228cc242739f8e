import type { Construct } from "constructs";
import type { Cluster } from "../../constructs/cluster";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { accountOf } from "../../settings/organisation/environment-names";
import { namespaceOwner } from "../../settings/products/namespace-owner";
import type { Tenant } from "../../settings/products/products";
import { sharesOf } from "../../settings/products/resources/imported";
import {
  isConnectedTo,
  isKept,
  type OwnResource,
  resourcesOf,
  shownBuckets,
} from "../../settings/products/resources/own-resources";
import { TenantAlarmTopic } from "../../tenants/alarm-topic";
import { CdnAlarms, type CdnAlarmsProps } from "../../tenants/cdn-alarms";
import { ImageFindings } from "../../tenants/image-findings";
import { type MadeResource, makeResources, topicArnsOf } from "../../tenants/resources/make-resources";
import { CLOUDFRONT_REGION } from "../../tenants/resources/cdn/us-east-1";
import type { SubscribedTopic } from "../../tenants/resources/topic";
import { tenantKey } from "../../tenants/tenant-key";
import { tenantBucketName } from "../../names/tenant-resource-names";
import type { NodePlace } from "../cluster-outputs";
import { nameIn, pusherArn, repositoryNames } from "./images";
import { type ClientGroups, clientGroups } from "./pod-security-groups";

export interface MadeResourcesProps {
  readonly environment: ClusterEnvironment;
  readonly cluster: Cluster;
  readonly tenant: Tenant;
  readonly nodes: NodePlace;

  /** Accounts whose nodes pull the product's images. */
  readonly pullingAccounts: readonly string[];

  /** Topics of other namespaces to which queues may subscribe, by the names that they have here. */
  readonly importedTopics: ReadonlyMap<string, SubscribedTopic>;
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
export function madeResources(scope: Construct, props: MadeResourcesProps): MadeResources {
  const { environment, cluster, tenant, nodes, importedTopics } = props;
  const own = resourcesOf(tenant);
  if (own.length === 0) {
    return { made: [], keyArn: undefined, groups: undefined };
  }
  const { email } = namespaceOwner(tenant.product);
  const place = { cluster: tenant.cluster, namespace: tenant.namespace };
  const aws = { place, region: environment.region, accountId: accountOf(environment) };
  const repositories = repositoryNames(tenant);
  const scannedImages = repositories.length > 0;
  const { arn: keyArn } = tenantKey(scope, {
    ...aws,
    topicArns: [...topicArnsOf(tenant, aws), ...[...importedTopics.values()].map(({ arn }) => arn)],
    scannedImages,
    shownBuckets: shownBuckets(own).map(({ inAws }) => tenantBucketName(place, inAws, aws.accountId)),
    kept: own.some((each) => isKept(tenant, each)),
    live: tenant.live,
    shared: own.some((each) => sharesOf(each).length > 0),
  });
  const topic = new TenantAlarmTopic(scope, "alarms", {
    ...aws,
    keyArn,
    email,
    scannedImages,
  });
  if (scannedImages) {
    new ImageFindings(scope, "image-findings", { place, repositories, topicArn: topic.arn });
  }
  const groups = own.some(isConnectedTo)
    ? clientGroups(scope, place, { ...nodes, vpcId: cluster.vpcId }, environment)
    : { admitted: nodes.securityGroupId, ofPods: undefined };
  const parts = {
    ...aws,
    keyArn,
    alarmTopicArn: topic.arn,
    live: tenant.live,
    network: { vpcId: cluster.vpcId, subnetIds: nodes.subnetIds },
    clientSecurityGroupId: groups.admitted,
    registries: {
      nameOf: nameIn(tenant),
      pusherArn: pusherArn(tenant, aws.accountId),
      pullingAccounts: props.pullingAccounts,
    },
    importedTopics,
    cdnAlarmTopicArn: cdnAlarmTopicArn(scope, own, {
      ...aws,
      email,
      topicArn: topic.arn,
    }),
  };
  return { made: makeResources(scope, tenant, parts), keyArn, groups: groups.ofPods };
}

interface AlarmPlace extends CdnAlarmsProps {
  readonly region: string;

  /** ARN of the topic in the stack's own region. */
  readonly topicArn: string;
}

/** Topic for alarms about distributions: of another region than all others, but for stacks in that region. */
function cdnAlarmTopicArn(
  scope: Construct,
  own: readonly OwnResource[],
  { region, topicArn, ...props }: AlarmPlace,
): string | undefined {
  if (own.every(({ kind }) => kind !== "cdn")) {
    return undefined;
  }
  return region === CLOUDFRONT_REGION ? topicArn : new CdnAlarms(scope, "cdn-alarms", props).topicArn;
}
