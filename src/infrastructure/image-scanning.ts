import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { Construct } from "constructs";
import { FINDINGS_RULE, FINDINGS_TOPIC } from "../names/registry-names";
import { EmailTopic } from "./email-topic";
import { EVENTBRIDGE, letRulePublish } from "./event-publisher";

export interface ImageScanningProps {
  readonly accountId: string;
  readonly region: string;

  /**
   * Beginnings of the names of the repositories that are scanned.
   *
   * @default - every repository
   */
  readonly prefixes?: readonly string[];

  /** Name of the secret with the address that receives critical vulnerabilities by e-mail. */
  readonly emailSecret: string;
}

/**
 * Has Amazon Inspector scan every pushed image, and scan it again whenever a new vulnerability becomes known.
 * Critical findings are e-mailed.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-enhanced.html
 */
export class ImageScanning extends Construct {
  /** Topic of the findings. */
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: ImageScanningProps) {
    super(scope, id);
    const { accountId, region, prefixes = [""], emailSecret } = props;

    new EcrRegistryScanningConfiguration(this, "configuration", {
      scanType: "ENHANCED",
      rule: ["SCAN_ON_PUSH", "CONTINUOUS_SCAN"].map((scanFrequency) => ({
        scanFrequency,
        repositoryFilter: prefixes.map((prefix) => ({ filter: `${prefix}*`, filterType: "WILDCARD" })),
      })),
    });

    const topic = new EmailTopic(this, "findings", {
      name: FINDINGS_TOPIC,
      displayName: "Container image findings",
      description: "Vulnerabilities of container images",
      accountId,
      emailSecret,
      publisher: {
        service: EVENTBRIDGE,
        // EventBridge's messages to an encrypted topic name neither their account nor their rule.
        conditions: {
          StringEquals: {
            "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:${region}:${accountId}:${FINDINGS_TOPIC}`,
          },
        },
      },
    });
    this.topicArn = topic.arn;
    this.publishFindings();
  }

  private publishFindings(): void {
    const rule = new CloudwatchEventRule(this, "critical", {
      name: FINDINGS_RULE,
      description: "Critical vulnerabilities of container images",
      eventPattern: JSON.stringify({
        source: ["aws.inspector2"],
        "detail-type": ["Inspector2 Finding"],
        detail: {
          severity: ["CRITICAL"],
          status: ["ACTIVE"],
          resources: { type: ["AWS_ECR_CONTAINER_IMAGE"] },
        },
      }),
    });
    letRulePublish(this, "publishers", { topicArn: this.topicArn, rule });
    const image = "$.detail.resources[0].details.awsEcrContainerImage";
    new CloudwatchEventTarget(this, "email", {
      rule: rule.name,
      arn: this.topicArn,
      inputTransformer: {
        inputPaths: {
          digest: `${image}.imageHash`,
          finding: "$.detail.findingArn",
          repository: `${image}.repositoryName`,
          title: "$.detail.title",
        },
        inputTemplate: JSON.stringify(
          "<title> in <repository>@<digest>. Amazon Inspector has it as <finding>.",
        ),
      },
    });
  }
}
