import { OpensearchDomain } from "@cdktf/provider-aws/lib/opensearch-domain";
import { Construct } from "constructs";
import { policyDocument } from "../../constructs/iam-policy";
import { tenantDomainName } from "../../names/tenant-resource-names";
import { plainSize } from "../../settings/products/resources/approval";
import { MOST_ZONES, type SearchConfig } from "../../settings/products/resources/search";
import { ACTIONS } from "./actions";
import { resourceAlarm } from "./alarm";
import { door } from "./database/place";
import type { Offer, ResourceParts } from "./resource-parts";

export interface TenantSearchProps extends ResourceParts {
  readonly name: string;
  readonly settings: SearchConfig;
}

const HTTPS = 443;

/** Mebibytes of a gibibyte, in which OpenSearch counts what is left of a disk. */
const MEBIBYTES = 1_024;

/**
 * Domain of OpenSearch of a tenant, in the cluster's subnets. Its own policy leaves it to those of roles who may call it.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
 */
export class TenantSearch extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, props: TenantSearchProps) {
    super(scope, id);
    const { place, name, region, accountId } = props;
    const domainName = tenantDomainName(place, name);
    const arn = `arn:aws:es:${region}:${accountId}:domain/${domainName}`;

    const domain = this.domain(domainName, arn, props);
    this.alarms(domainName, props);
    this.offer = {
      config: { URL: `https://${domain.endpoint}` },
      permissions: [{ actions: ACTIONS.search, resources: [`${arn}/*`] }],
      after: [domain],
    };
  }

  private domain(domainName: string, arn: string, props: TenantSearchProps): OpensearchDomain {
    const { settings, live, kept, keyArn, network, accountId } = props;
    const { instance = "t3.small.search", storageGib = 20, multiZone = live } = settings;
    const subnetIds = network.subnetIds.slice(0, multiZone ? MOST_ZONES : 1);
    const zones = subnetIds.length;
    const securityGroup = door(this, { ...props, name: domainName, port: HTTPS });

    return new OpensearchDomain(this, "domain", {
      domainName,
      engineVersion: `OpenSearch_${settings.version}`,
      clusterConfig: {
        instanceType: plainSize(instance),
        instanceCount: zones,
        ...(zones > 1
          ? { zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: zones } }
          : {}),
      },
      ebsOptions: { ebsEnabled: true, volumeType: "gp3", volumeSize: storageGib },
      encryptAtRest: { enabled: true, kmsKeyId: keyArn },
      nodeToNodeEncryption: { enabled: true },
      domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
      vpcOptions: { subnetIds, securityGroupIds: [securityGroup.id] },
      accessPolicies: policyDocument([
        {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${accountId}:root` },
          Action: ACTIONS.search,
          Resource: [`${arn}/*`],
        },
      ]),
      offPeakWindowOptions: { enabled: true },
      softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
      lifecycle: { preventDestroy: kept },
    });
  }

  /** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cloudwatch-alarms.html */
  private alarms(
    domainName: string,
    { name, place, settings, accountId, alarmTopicArn }: TenantSearchProps,
  ): void {
    const { storageGib = 20 } = settings;
    const left = storageGib / 4;
    const watched = {
      status: {
        metric: "ClusterStatus.red",
        statistic: "Maximum",
        threshold: 1,
        words: "lacks a part of an index",
      },
      cpu: {
        metric: "CPUUtilization",
        statistic: "Average",
        threshold: 80,
        words: "uses 80 per cent of its processors",
      },
      storage: {
        metric: "FreeStorageSpace",
        statistic: "Minimum",
        threshold: left * MEBIBYTES,
        words: `has ${left} GiB left on a node's disk`,
        below: true,
      },
    } as const;
    for (const [measure, { words, ...alarm }] of Object.entries(watched)) {
      resourceAlarm(this, measure, {
        ...alarm,
        name: `${domainName} ${measure}`,
        description: `Domain ${name} of ${place.namespace} ${words}`,
        namespace: "AWS/ES",
        dimensions: { DomainName: domainName, ClientId: accountId },
        topicArn: alarmTopicArn,
      });
    }
  }
}
