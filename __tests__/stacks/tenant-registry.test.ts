import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { describe, expect, it } from "vitest";
import { tenantsOf } from "../../src/settings/products/products";
import { addImagePusher, pusherArn } from "../../src/stacks/tenant/images";
import { matchesEvent } from "../support/event-pattern";
import { objectsOf, productFile, stacksOf, statementsOf } from "../support/tenant-stacks";
import { Terraform } from "../support/terraform";

const DEPLOY = "deploy: { mode: push, repository: river-authority/tide, gitHubEnvironment";

const stacks = stacksOf(
  productFile("tide", {
    dev: `cluster: dev, ${DEPLOY}: dev }, resources: { registry: { web: {}, worker: { keepImages: 50 } } }`,
    live: `cluster: live, ${DEPLOY}: live, branches: [main], reviewers: [maps] }, resources: { registry: { web: {} } }`,
  }),
);
const dev = stacks["tenant-dev-tide-dev"]!;
const live = stacks["tenant-live-tide-live"]!;

describe("registries of a product", () => {
  it("keep each tag on its image, scan what is pushed, and are encrypted with the namespace's key", () => {
    const repositories = dev.all(EcrRepository);

    expect(repositories.map(({ name }) => name as string)).toEqual([
      "tenants/tide/dev/web",
      "tenants/tide/dev/worker",
    ]);
    for (const repository of repositories) {
      expect(repository).toMatchObject({
        image_tag_mutability: "IMMUTABLE",
        image_scanning_configuration: { scan_on_push: true },
        encryption_configuration: [
          { encryption_type: "KMS", kms_key: "${aws_kms_key.own_encryption_key.arn}" },
        ],
        force_delete: false,
      });
    }
  });

  it("keep as many images as the file says, or 200", () => {
    const kept = dev
      .all(EcrLifecyclePolicy)
      .map(
        ({ policy }) =>
          (JSON.parse(policy as string) as { rules: { selection: { countNumber: number } }[] }).rules,
      )
      .map((rules) => rules.at(-1)!.selection.countNumber);

    expect(kept).toEqual([200, 50]);
  });

  it("are kept on a live cluster alone", () => {
    const kept = [live, dev].map(
      (stack) => (stack.all(EcrRepository)[0]!.lifecycle as { prevent_destroy: boolean }).prevent_destroy,
    );

    expect(kept).toEqual([true, false]);
  });

  it("take images of the role that deploys alone, by the role's policy and the repository's", () => {
    const { policy } = dev.named(IamRolePolicy)["deployer_role_permissions"]!;
    const pushes = statementsOf(policy).find(({ Action }) => (Action as string[]).includes("ecr:PutImage"))!;
    const refusals = statementsOf(dev.all(EcrRepositoryPolicy)[0]!.policy).filter(
      ({ Effect }) => Effect === "Deny",
    );

    expect(pushes.Resource).toEqual([
      "arn:aws:ecr:eu-central-1:111122223333:repository/tenants/tide/dev/web",
      "arn:aws:ecr:eu-central-1:111122223333:repository/tenants/tide/dev/worker",
    ]);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({
      Action: expect.arrayContaining(["ecr:PutImage"]) as unknown,
      Condition: {
        ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/tenant-dev-tide-dev-deploy" },
      },
    });
  });

  it("take images of the first branch where Argo CD deploys", () => {
    const [tenant] = tenantsOf({
      files: [
        productFile("tide", {
          live: "cluster: live, deploy: { mode: gitops, repository: river-authority/tide, branches: [main, other] }, resources: { registry: { web: {} } }",
        }),
      ],
      live: ["live"],
    });
    const place = { accountId: "444455556666", region: "eu-central-1" };
    const terraform = Terraform.of((scope) => addImagePusher(scope, tenant!, place));
    const role = terraform.only(IamRole);

    expect(JSON.stringify(statementsOf(role.assume_role_policy))).toContain(
      "repo:river-authority/tide:ref:refs/heads/main",
    );
    expect(statementsOf(terraform.only(IamRolePolicy).policy)[1]!.Resource).toEqual([
      "arn:aws:ecr:eu-central-1:444455556666:repository/tenants/tide/live/web",
    ]);
    expect(pusherArn(tenant!, place.accountId)).toBe(`arn:aws:iam::444455556666:role/${role.name as string}`);
  });

  it("let the nodes of all the product's clusters pull, and no other account's", () => {
    const pulling = [dev, live].map(
      (stack) => statementsOf(stack.all(EcrRepositoryPolicy)[0]!.policy)[0]!.Principal as unknown,
    );

    expect(pulling).toEqual(
      Array(2).fill({ AWS: ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"] }),
    );
  });

  it("tell the team of critical vulnerabilities in its own images", () => {
    const { event_pattern, name } = dev.only(CloudwatchEventRule);
    const pattern = JSON.parse(event_pattern as string) as Parameters<typeof matchesEvent>[0];
    const scan = (repository: string, counts: Record<string, number>) =>
      matchesEvent(pattern, {
        source: "aws.ecr",
        "detail-type": "ECR Image Scan",
        detail: { "repository-name": repository, "finding-severity-counts": counts },
      });

    expect(scan("tenants/tide/dev/web", { CRITICAL: 2 })).toBe(true);
    expect(scan("tenants/tide/dev/web", { HIGH: 2 })).toBe(false);
    expect(scan("tenants/tide/live/web", { CRITICAL: 2 })).toBe(false);
    expect(JSON.stringify(dev.all(SnsTopicPolicy))).toContain(
      `arn:aws:events:eu-central-1:111122223333:rule/${name as string}`,
    );
    expect(dev.only(KmsKey).policy).toContain("kms:EncryptionContext:aws:sns:topicArn");
  });

  it("are in the ConfigMap by their addresses", () => {
    expect(objectsOf(live).find(({ kind }) => kind === "ConfigMap")!.data).toEqual({
      REGISTRY_WEB_URL: "444455556666.dkr.ecr.eu-central-1.amazonaws.com/tenants/tide/live/web",
    });
  });
});
