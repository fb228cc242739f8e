import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { CONFIG_KEYS, configKey, resourcesOf } from "../../src/settings/products/resources/own-resources";
import { riverAuthority, riverPlatform } from "../support/river-authority";
import { tenantStack } from "../support/tenant-stack";
import type { Block, Terraform } from "../support/terraform";

const live = riverPlatform["tenant-live-flood-warnings-live"]!;
const dev = riverPlatform["tenant-dev-flood-warnings-dev"]!;

/** Stack of a namespace whose pods run as `web`, with more lines in its file. */
const stackWith = (lines: string, place?: Parameters<typeof tenantStack>[1]): Terraform =>
  tenantStack(`serviceAccounts: [web], ${lines}`, place);

const objectsOf = (terraform: Terraform): Block[] =>
  (JSON.parse((terraform.named(Release)["own_objects"]!.values as string[])[0]!) as { objects: Block[] })
    .objects;

const statementsOf = (policy: unknown): Block[] =>
  (JSON.parse(policy as string) as { Statement: Block[] }).Statement;

describe("AWS resources of a tenant", () => {
  it("are encrypted with one key, which the namespace alone has", () => {
    const key = "${aws_kms_key.own_encryption_key.arn}";
    const keysOf = (terraform: Terraform) => [
      ...terraform.all(SqsQueue).map(({ kms_master_key_id }) => kms_master_key_id as string),
      ...terraform.all(SnsTopic).map(({ kms_master_key_id }) => kms_master_key_id as string),
      ...terraform
        .all(DynamodbTable)
        .map((table) => (table.server_side_encryption as Block).kms_key_arn as string),
      // CloudWatch writes access logs with a key of S3's own.
      ...Object.entries<Block>(terraform.json.module ?? {})
        .filter(([name]) => !name.includes("_logs_"))
        .map(([, { kms_key_arn }]) => kms_key_arn as string),
    ];
    /** Key of the region in which alarms about distributions are. */
    const elsewhere = "${aws_kms_key.own_cdn-alarms_encryption_key.arn}";

    expect(keysOf(live)).toHaveLength(8);
    expect(new Set(keysOf(live))).toEqual(new Set([key, elsewhere]));
    expect(new Set(keysOf(dev))).toEqual(new Set([key]));
    expect([live.all(KmsKey).length, dev.all(KmsKey).length]).toEqual([2, 1]);
  });

  it("are kept on a live cluster, unless the file says why one may go", () => {
    const kept = (terraform: Terraform) =>
      [...terraform.all(SqsQueue), ...terraform.all(DynamodbTable)].map(
        ({ lifecycle, deletion_protection_enabled }) => [
          (lifecycle as Block).prevent_destroy,
          deletion_protection_enabled ?? "queue",
        ],
      );
    const RESOURCES = "queue: { work: {} }, table: { items: { partitionKey: { name: id, type: string } } }";
    const off = "protection: { enabled: false, reason: It has nothing yet }";

    expect(kept(stackWith(`resources: { ${RESOURCES} }`))).toEqual([
      [true, "queue"],
      [true, "queue"],
      [true, true],
    ]);
    expect(kept(stackWith(`resources: { queue: { work: { ${off} } } }`))).toEqual([
      [false, "queue"],
      [false, "queue"],
    ]);
    expect(kept(stackWith(`${off}, resources: { ${RESOURCES} }`)).flat()).not.toContain(true);
    expect(kept(stackWith(`resources: { ${RESOURCES} }`, { live: false })).flat()).not.toContain(true);
    expect(kept(stackWith("resources: { queue: { work: { protection: true } } }", { live: false }))).toEqual([
      [true, "queue"],
      [true, "queue"],
    ]);
  });

  it("answer over TLS alone", () => {
    const policies = [...live.all(SqsQueuePolicy), ...live.all(SnsTopicPolicy)].map(({ policy }) =>
      statementsOf(policy),
    );
    const refuseOthers = policies.filter((statements) =>
      statements.some(
        ({ Effect, Condition }) =>
          Effect === "Deny" && (Condition as Block).Bool["aws:SecureTransport"] === "false",
      ),
    );

    expect(policies).toHaveLength(5);
    expect(refuseOthers).toHaveLength(policies.length);
  });

  it("let nobody but topics of the namespace, CloudWatch and its rule about images in by their own policies", () => {
    const allowed = [...live.all(SqsQueuePolicy), ...live.all(SnsTopicPolicy)]
      .flatMap(({ policy }) => statementsOf(policy))
      .filter(({ Effect }) => Effect === "Allow")
      .map(({ Principal, Condition }) => [Principal, Condition]);

    expect(allowed).toEqual([
      [
        { Service: "sns.amazonaws.com" },
        {
          ArnEquals: {
            "aws:SourceArn": [
              "arn:aws:sns:eu-central-1:444455556666:tenant-live--flood-warnings-live--levels",
            ],
          },
        },
      ],
      [{ Service: "cloudwatch.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": "444455556666" } }],
      [
        { Service: "events.amazonaws.com" },
        {
          ArnEquals: {
            "aws:SourceArn":
              "arn:aws:events:eu-central-1:444455556666:rule/tenant-live--flood-warnings-live--image-findings",
          },
        },
      ],
      // The topic for alarms about distributions, which is in another region.
      [{ Service: "cloudwatch.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": "444455556666" } }],
    ]);
  });

  it("are in the ConfigMap with the keys of their kind, and no other", () => {
    const tenant = riverAuthority.tenants.products!.tenants.find(({ ref }) => ref === "flood-warnings/live")!;
    const config = objectsOf(live).find(({ kind }) => kind === "ConfigMap")!;

    expect(Object.keys(config.data as Block).sort()).toEqual(
      resourcesOf(tenant)
        .flatMap(({ kind, name }) => CONFIG_KEYS[kind].map((key) => configKey(kind, name, key)))
        .sort(),
    );
    expect(config.data).toMatchObject({
      QUEUE_HIGH_WATER_URL:
        "https://sqs.eu-central-1.amazonaws.com/444455556666/tenant-live--flood-warnings-live--high-water",
      TABLE_SUBSCRIBERS_NAME: "tenant-live--flood-warnings-live--subscribers",
    });
  });

  it("tell the team of alarms at its address", () => {
    const topics = new Set(
      live.all(CloudwatchMetricAlarm).flatMap(({ alarm_actions }) => alarm_actions as string[]),
    );

    expect([...topics].sort()).toEqual(
      ["eu-central-1", "us-east-1"].map(
        (region) => `arn:aws:sns:${region}:444455556666:tenants-alarms-live--flood-warnings-live`,
      ),
    );
    expect(live.named(SnsTopicSubscription)["own_alarms_email"]).toMatchObject({
      protocol: "email",
      endpoint: "warnings@river-authority.example",
    });
  });

  it("subscribe with a filter, once the queue takes the topic's messages", () => {
    expect(live.named(SnsTopicSubscription)["own_queue-high-water_from-levels"]).toMatchObject({
      topic_arn: "${aws_sns_topic.own_topic-levels_topic.arn}",
      filter_policy: '{"severity":["high","severe"]}',
      depends_on: ["aws_sqs_queue_policy.own_queue-high-water_policy"],
    });
  });

  it("keep an order where the file asks for one", () => {
    const terraform = stackWith(
      "resources: { topic: { news: { fifo: true } }, queue: { work: { fifo: true, subscriptions: [{ topic: news }] } } }",
    );
    const names = [...terraform.all(SqsQueue), ...terraform.all(SnsTopic)].map(
      ({ name, fifo_queue, fifo_topic }) => [name, fifo_queue ?? fifo_topic],
    );

    expect(names).toEqual([
      ["tenant-live--tide-main--work--dead-letters.fifo", true],
      ["tenant-live--tide-main--work.fifo", true],
      ["tenants-alarms-live--tide-main", undefined],
      ["tenant-live--tide-main--news.fifo", true],
    ]);
  });
});

describe("secrets of a tenant", () => {
  const PATH = "tenants/live/flood-warnings-live/secret";
  const objects = (kind: string) => objectsOf(live).filter((each) => each.kind === kind);

  it("are born in AWS, and Terraform keeps none", () => {
    const versions = live.all(SecretsmanagerSecretVersion);

    expect(live.all(SecretsmanagerSecret).map(({ name }) => name as string)).toEqual([
      `${PATH}/signing`,
      `${PATH}/telephone-provider`,
    ]);
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({
      secret_string_wo:
        '{"password":"${ephemeral.aws_secretsmanager_random_password.own_secret-signing_password.random_password}"}',
      secret_string_wo_version: 1,
    });
    expect(versions[0]).not.toHaveProperty("secret_string");
  });

  it("come into their namespace through a store that serves no other and reads no other's", () => {
    const [store, ...others] = objects("ClusterSecretStore");
    const reader = live.named(IamRolePolicy)["own_secrets_reader_permissions"]!;

    expect(others).toEqual([]);
    expect(store!.metadata).toEqual({ name: "tenant-flood-warnings-live" });
    expect(store!.spec.conditions).toEqual([{ namespaces: ["flood-warnings-live"] }]);
    expect(statementsOf(reader.policy).map(({ Resource }) => Resource as string[])).toEqual([
      ["arn:aws:secretsmanager:eu-central-1:444455556666:secret:tenants/live/flood-warnings-live/*"],
      ["${aws_kms_key.own_encryption_key.arn}"],
    ]);
    expect(
      objects("ExternalSecret").map(({ metadata, spec }) => [
        metadata,
        spec.secretStoreRef.name,
        spec.dataFrom,
      ]),
    ).toEqual(
      ["signing", "telephone-provider"].map((name) => [
        { name: `secret-${name}`, namespace: "flood-warnings-live" },
        "tenant-flood-warnings-live",
        [{ extract: { key: `${PATH}/${name}` } }],
      ]),
    );
  });

  it("need no service account, and make no store where there is none", () => {
    const stores = (terraform: Terraform) =>
      terraform.addresses().filter((each) => each.includes("own_secrets"));

    expect(stores(stackWith("resources: { secret: { token: {} } }"))).toHaveLength(2);
    expect(stores(stackWith("resources: { queue: { work: {} } }"))).toEqual([]);
    expect(
      statementsOf(live.named(IamRolePolicy)["own_account-sender_role_permissions"]!.policy),
    ).not.toContainEqual(
      expect.objectContaining({
        Action: expect.arrayContaining(["secretsmanager:GetSecretValue"]) as unknown,
      }),
    );
  });
});

describe("service accounts of a tenant", () => {
  const trustOf = (terraform: Terraform) =>
    terraform
      .all(IamRole)
      .filter(({ name }) => name === "tenant-tide-main--web--river")
      .flatMap(({ assume_role_policy }) => statementsOf(assume_role_policy));

  it("have a role that one account of one namespace assumes, by its annotation", () => {
    const terraform = stackWith("limits: { pods: 5 }");
    const account = objectsOf(terraform).find(({ kind }) => kind === "ServiceAccount")!;

    expect((account.metadata as Block).annotations).toEqual({
      "eks.amazonaws.com/role-arn": "${aws_iam_role.own_account-web_role_role.arn}",
    });
    expect(JSON.stringify(trustOf(terraform))).toContain('"system:serviceaccount:tide-main:web"');
  });

  it("have the role by an association instead, on a cluster whose pods get theirs so", () => {
    const terraform = stackWith("limits: { pods: 5 }", { identity: "pod-identity" });

    expect(terraform.only(EksPodIdentityAssociation)).toMatchObject({
      cluster_name: "river",
      namespace: "tide-main",
      service_account: "web",
    });
    expect(JSON.stringify(objectsOf(terraform))).not.toContain("role-arn");
    expect(trustOf(terraform)[0]!.Principal).toEqual({ Service: "pods.eks.amazonaws.com" });
  });

  it("are made without a key, a topic or a ConfigMap where there is no resource", () => {
    const terraform = stackWith("limits: { pods: 5 }");

    expect(terraform.addresses().filter((address) => address.includes(".own_"))).toEqual([
      "aws_iam_role.own_account-web_role_role",
      "helm_release.own_objects",
    ]);
    expect(objectsOf(terraform).map(({ kind }) => kind)).toEqual(["ServiceAccount"]);
  });
});
