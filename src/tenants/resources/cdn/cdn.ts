import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { tenantCdnLogsName, tenantCdnName } from "../../../names/tenant-resource-names";
import type { CdnConfig } from "../../../settings/products/resources/cdn";
import { ACTIONS } from "../actions";
import { resourceAlarm } from "../alarm";
import type { TenantBucket } from "../bucket";
import { provedCertificate } from "../proved-certificate";
import type { Offer, ResourceParts } from "../resource-parts";
import { AccessLogs } from "./access-logs";
import { behavioursOf, ORIGIN } from "./behaviours";
import { firewall } from "./firewall";
import { CLOUDFRONT_REGION } from "./us-east-1";

export interface TenantCdnProps extends ResourceParts {
  readonly name: string;
  readonly settings: CdnConfig;

  /** Id of the zone of its hosts. */
  readonly zoneId: string;

  /** Bucket that it answers from; `undefined` for a host. */
  readonly bucket: TenantBucket | undefined;

  /** ARN of the topic in us-east-1 that tells the team of alarms. */
  readonly cdnAlarmTopicArn: string;
}

/** Share of requests, in per cent, that may fail before an alarm fires. */
const FAILURES = 5;

/**
 * Distribution of a tenant, with the certificate of its hosts, their records, its access logs and an alarm. A bucket behind it
 * admits this distribution alone and stays private.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export class TenantCdn extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, props: TenantCdnProps) {
    super(scope, id);
    const { place, name, settings, accountId, bucket } = props;
    const cdnName = tenantCdnName(place, name);
    const logsName = tenantCdnLogsName(place, name, accountId);

    const distribution = this.distribution(cdnName, props);
    bucket?.admitDistribution(distribution.arn);
    this.records(distribution, props);
    new AccessLogs(this, "logs", {
      name: cdnName,
      bucketName: logsName,
      accountId,
      distributionArn: distribution.arn,
    });
    this.alarm(cdnName, distribution, props);

    this.offer = {
      config: {
        ID: distribution.id,
        URL: `https://${settings.hosts[0]!}`,
        LOGS_BUCKET: logsName,
      },
      permissions: [
        { actions: ACTIONS.cdn, resources: [distribution.arn] },
        { actions: ACTIONS.readingBucket, resources: [`arn:aws:s3:::${logsName}`] },
        { actions: ACTIONS.readingObject, resources: [`arn:aws:s3:::${logsName}/*`] },
      ],
      after: [distribution],
    };
  }

  private distribution(cdnName: string, props: TenantCdnProps): CloudfrontDistribution {
    const { place, name, settings, zoneId, kept } = props;
    const { hosts, priceClass = "PriceClass_100", firewall: wall } = settings;
    const { issued } = provedCertificate(this, { domains: hosts, zoneId, region: CLOUDFRONT_REGION });

    return new CloudfrontDistribution(this, "distribution", {
      comment: `${name} of ${place.namespace} on ${place.cluster}`,
      aliases: [...hosts],
      enabled: true,
      isIpv6Enabled: true,
      httpVersion: "http2and3",
      priceClass,
      origin: [this.origin(cdnName, props)],
      ...behavioursOf(settings),
      viewerCertificate: {
        acmCertificateArn: issued.certificateArn,
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
      },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      ...(wall ? { webAclId: firewall(this, { name: cdnName, settings: wall }).arn } : {}),
      // AWS takes a change to all of its places in minutes by itself, for which a run need not wait.
      waitForDeployment: false,
      lifecycle: { preventDestroy: kept },
    });
  }

  private origin(cdnName: string, { settings, bucket }: TenantCdnProps) {
    if ("host" in settings.origin) {
      return {
        originId: ORIGIN,
        domainName: settings.origin.host,
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
        },
      };
    }
    const control = new CloudfrontOriginAccessControl(this, "origin-access", {
      name: cdnName,
      description: "Signs requests to the bucket",
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
    return { originId: ORIGIN, domainName: bucket!.domain, originAccessControlId: control.id };
  }

  private records(distribution: CloudfrontDistribution, { settings, zoneId }: TenantCdnProps): void {
    for (const host of settings.hosts) {
      for (const type of ["A", "AAAA"]) {
        new Route53Record(this, `record-${host.replaceAll(".", "-")}-${type.toLowerCase()}`, {
          zoneId,
          name: host,
          type,
          alias: {
            name: distribution.domainName,
            zoneId: distribution.hostedZoneId,
            evaluateTargetHealth: false,
          },
        });
      }
    }
  }

  /** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html */
  private alarm(cdnName: string, distribution: CloudfrontDistribution, props: TenantCdnProps): void {
    const { name, place, cdnAlarmTopicArn } = props;
    resourceAlarm(this, "failures", {
      region: CLOUDFRONT_REGION,
      name: `${cdnName} failures`,
      description: `${FAILURES} per cent of the requests to ${name} of ${place.namespace} fail at the origin`,
      namespace: "AWS/CloudFront",
      metric: "5xxErrorRate",
      dimensions: { DistributionId: distribution.id, Region: "Global" },
      statistic: "Average",
      threshold: FAILURES,
      topicArn: cdnAlarmTopicArn,
    });
  }
}
