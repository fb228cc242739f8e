import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";
import { imageFindingsRule, type TenantPlace } from "../names/tenant-resource-names";

export interface ImageFindingsProps {
  readonly place: TenantPlace;

  /** Names of the repositories whose images are scanned. */
  readonly repositories: readonly string[];

  /** ARN of the topic that tells the team. */
  readonly topicArn: string;
}

/**
 * Tells a team of critical vulnerabilities that a scan found in an image that it pushed.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html
 */
export class ImageFindings extends Construct {
  constructor(scope: Construct, id: string, { place, repositories, topicArn }: ImageFindingsProps) {
    super(scope, id);
    const rule = new CloudwatchEventRule(this, "critical", {
      name: imageFindingsRule(place),
      description: `Critical vulnerabilities in images of ${place.namespace}`,
      eventPattern: JSON.stringify({
        source: ["aws.ecr"],
        "detail-type": ["ECR Image Scan"],
        detail: {
          "repository-name": repositories,
          "finding-severity-counts": { CRITICAL: [{ numeric: [">=", 1] }] },
        },
      }),
    });
    new CloudwatchEventTarget(this, "email", {
      rule: rule.name,
      arn: topicArn,
      inputTransformer: {
        inputPaths: { digest: "$.detail.image-digest", repository: "$.detail.repository-name" },
        inputTemplate: JSON.stringify("Critical vulnerabilities in <repository>@<digest>."),
      },
    });
  }
}

/** ARN of the rule, which may publish to the topic. */
export const imageFindingsArn = (place: TenantPlace, region: string, accountId: string): string =>
  `arn:aws:events:${region}:${accountId}:rule/${imageFindingsRule(place)}`;
