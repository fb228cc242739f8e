import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { describe, expect, it } from "vitest";
import { objectsOf, productFile, stacksOf, statementsOf } from "../support/tenant-stacks";
import type { Terraform } from "../support/terraform";

const stacks = stacksOf(
  productFile("tide", {
    live: `cluster: live, serviceAccounts: [web], resources: {
      topic: { levels: { fifo: true, shares: [chart/live] } },
      queue: { work: { shares: [chart/live] } },
      bucket: { files: { shares: [chart/live] }, other: {} },
      table: { items: { shares: [chart/live], partitionKey: { name: id, type: string }, indexes: { by-at: { partitionKey: { name: at, type: number } } } } } }`,
  }),
  productFile("chart", {
    live: `cluster: live, serviceAccounts: [web, idle], resources: { queue: { inbox: { fifo: true, subscriptions: [{ topic: tides }], usedBy: [web] } } }, imports: {
      topic: { tides: { tenant: tide/live, name: levels } },
      queue: { work: { tenant: tide/live, usedBy: [web] } },
      bucket: { files: { tenant: tide/live, usedBy: [web] } },
      table: { items: { tenant: tide/live, usedBy: [web] } } }`,
  }),
  productFile("quay", {
    live: "cluster: live, serviceAccounts: [web], resources: { bucket: { files: {} } }",
  }),
);
const owner = stacks["tenant-live-tide-live"]!;
const user = stacks["tenant-live-chart-live"]!;

const REGION = "eu-central-1";
const PLACE = "eu-central-1:444455556666";
const TIDE = "tenant-live--tide-live-";

/** Statements of the role of a service account. */
const rightsOf = (stack: Terraform, account: string) =>
  statementsOf(stack.named(IamRolePolicy)[`own_account-${account}_role_permissions`]!.policy);

const allowed = (actions: string) =>
  rightsOf(user, "web").find(({ Action }) => (Action as string[]).includes(actions))!;

describe("resources that a tenant shares", () => {
  it("let the other tenant's accounts send to a queue, and receive nothing of it", () => {
    const { Action, Resource } = rightsOf(user, "web").find(
      (each) => (each.Resource as string[])[0] === `arn:aws:sqs:${PLACE}:${TIDE}-work`,
    )!;

    expect(Resource).toEqual([`arn:aws:sqs:${PLACE}:${TIDE}-work`]);
    expect(Action).toContain("sqs:SendMessage");
    expect(Action).not.toContain("sqs:ReceiveMessage");
  });

  it("let them read a bucket and a table that the file names, and write neither", () => {
    expect(allowed("s3:GetObject").Resource).toEqual([`arn:aws:s3:::${TIDE}-files-444455556666/*`]);
    expect(allowed("dynamodb:Query").Resource).toEqual([
      `arn:aws:dynamodb:${PLACE}:table/${TIDE}-items`,
      `arn:aws:dynamodb:${PLACE}:table/${TIDE}-items/index/*`,
    ]);
    expect(JSON.stringify(rightsOf(user, "web"))).not.toMatch(
      /s3:PutObject|s3:DeleteObject|dynamodb:PutItem/,
    );
  });

  it("have a key that the other tenant's accounts use by its alias, through the services of what it shares alone", () => {
    const keys = rightsOf(user, "web").filter(
      ({ Condition }) => Condition?.["ForAnyValue:StringEquals"] !== undefined,
    );
    const through = (service: string) => ({
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/tenant-live--tide-live"] },
      StringEquals: { "kms:ViaService": [`${service}.${REGION}.amazonaws.com`] },
    });

    expect(owner.only(KmsAlias).name).toBe("alias/tenant-live--tide-live");
    expect(keys.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      [["kms:Decrypt", "kms:GenerateDataKey"], through("sqs")],
      [["kms:Decrypt"], through("s3")],
      [["kms:Decrypt"], through("dynamodb")],
    ]);
  });

  it("let a queue of the other tenant subscribe, and no other topic speak to it", () => {
    const topic = `arn:aws:sns:${PLACE}:${TIDE}-levels.fifo`;
    const [statement] = statementsOf(user.named(SqsQueuePolicy)["own_queue-inbox_policy"]!.policy);

    expect(user.named(SnsTopicSubscription)["own_queue-inbox_from-tides"]).toMatchObject({
      topic_arn: topic,
    });
    expect(statement!.Condition).toEqual({ ArnEquals: { "aws:SourceArn": [topic] } });
    expect(user.only(KmsKey).policy).toContain(topic);
  });

  it("are in the other tenant's ConfigMap by the names that its file gives them", () => {
    expect(objectsOf(user).find(({ kind }) => kind === "ConfigMap")!.data).toMatchObject({
      QUEUE_WORK_URL: `https://sqs.eu-central-1.amazonaws.com/444455556666/${TIDE}-work`,
      BUCKET_FILES_NAME: `${TIDE}-files-444455556666`,
      TABLE_ITEMS_NAME: `${TIDE}-items`,
      TOPIC_TIDES_ARN: `arn:aws:sns:${PLACE}:${TIDE}-levels.fifo`,
    });
  });

  it("give nothing to an account that no import names, nor to tenants beside", () => {
    expect(user.named(IamRolePolicy)).not.toHaveProperty("own_account-idle_role_permissions");
    expect(JSON.stringify(stacks["tenant-live-quay-live"]!.json)).not.toContain(TIDE);
    expect(stacks["tenant-live-quay-live"]!.all(KmsAlias)).toEqual([]);
  });
});
