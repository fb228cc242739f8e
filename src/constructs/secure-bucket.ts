import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { type ITerraformDependable, TerraformAsset } from "cdktf";
import { Construct } from "constructs";
import { SecureBucket as SecureBucketModule } from "../../.gen/modules/secure-bucket";
import { policyDocument } from "./iam-policy";

export interface SecureBucketProps {
  /** Name, unique in all of AWS. */
  readonly name: string;

  /**
   * Deletes the bucket's objects when the bucket is destroyed.
   *
   * @default false
   */
  readonly forceDestroy?: boolean;

  /**
   * Days after which objects are deleted.
   *
   * @default - never
   */
  readonly expireAfterDays?: number;

  /**
   * Days in which overwritten or deleted objects can be restored.
   *
   * @default 30
   */
  readonly recoveryDays?: number;

  /**
   * ARN of the key that encrypts objects. Load balancers cannot write logs under one.
   *
   * @default - a key of S3's own
   */
  readonly kmsKeyArn?: string;

  /**
   * AWS service that may write its logs into the bucket, from this account only.
   *
   * @default - none
   */
  readonly logsFrom?: "flow-logs" | "load-balancers";
}

/**
 * An S3 bucket with every protection on: encrypted, versioned, reached over TLS only and never public.
 *
 * Its Terraform is `modules/secure-bucket`, which teams without TypeScript use as well.
 */
export class SecureBucket extends Construct {
  readonly id: string;

  /** Host at which AWS services ask for objects, before the bucket's policy is there. */
  readonly domain: string;

  /** Bucket with all its settings. */
  readonly ready: readonly ITerraformDependable[];

  private readonly bucket: SecureBucketModule;

  constructor(scope: Construct, id: string, props: SecureBucketProps) {
    super(scope, id);
    const { name, forceDestroy = false, expireAfterDays, recoveryDays, kmsKeyArn, logsFrom } = props;

    const bucket = new SecureBucketModule(this, "bucket", {
      name,
      forceDestroy,
      expireAfterDays,
      noncurrentDays: recoveryDays,
      kmsKeyArn,
      policyDocuments: logsFrom && [
        LOG_WRITERS[logsFrom](name, new DataAwsCallerIdentity(this, "account").accountId),
      ],
      skipAssetCreationFromLocalModules: true,
    });
    // CDKTF's own copy holds every module of the project and leaves a temporary folder behind at each synth.
    const source = new TerraformAsset(this, "source", { path: "modules/secure-bucket" });
    bucket.addOverride("source", `./${source.path}`);

    this.id = bucket.idOutput;
    this.domain = bucket.domainOutput;
    this.ready = [bucket];
    this.bucket = bucket;
  }

  /** Adds a document to the bucket's policy. */
  admit(document: string): void {
    this.bucket.policyDocuments = [...(this.bucket.policyDocuments ?? []), document];
  }
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html */
const loadBalancerLogs = (bucket: string, account: string): string =>
  policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: ["s3:PutObject"],
      Resource: [`arn:aws:s3:::${bucket}/AWSLogs/${account}/*`],
    },
  ]);

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html */
const flowLogs = (bucket: string, account: string): string => {
  const statement = (actions: string[], resource: string, conditions: object) => ({
    Effect: "Allow" as const,
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: actions,
    Resource: [resource],
    Condition: { StringEquals: { "aws:SourceAccount": account, ...conditions } },
  });
  return policyDocument([
    statement(["s3:PutObject"], `arn:aws:s3:::${bucket}/AWSLogs/${account}/*`, {
      "s3:x-amz-acl": "bucket-owner-full-control",
    }),
    statement(["s3:GetBucketAcl", "s3:ListBucket"], `arn:aws:s3:::${bucket}`, {}),
  ]);
};

const LOG_WRITERS = { "flow-logs": flowLogs, "load-balancers": loadBalancerLogs };
