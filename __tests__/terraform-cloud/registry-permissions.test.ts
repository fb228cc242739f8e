import { describe, expect, it } from "vitest";
import { registryApplyPermissions } from "../../src/terraform-cloud/permissions/registry-apply";
import { registryPlanPermissions } from "../../src/terraform-cloud/permissions/registry-plan";
import type { Publishing, RegistryTerritory } from "../../src/terraform-cloud/permissions/registry-territory";

const PUBLISHING: Publishing = {
  signingKeyAlias: "signing",
  publishers: ["github-web_push", "github-web_sign"],
  replicates: false,
};

const territory = (publishing: RegistryTerritory["publishing"]): RegistryTerritory => ({
  accountId: "123456789012",
  region: "eu-west-1",
  boundary: "boundary",
  owned: { "aws:ResourceTag/owner": "ecr" } as never,
  repositories: ["example/*"],
  creators: ["ecr-repository-creation", "ecr-replica-creation"],
  publishing,
  secret: "example/findings",
  credentialsSecrets: [],
});

const actionsOf = (publishing: RegistryTerritory["publishing"]) =>
  Object.values({
    ...registryPlanPermissions(territory(publishing)),
    ...registryApplyPermissions(territory(publishing)),
  }).flatMap((permissions) => permissions.flatMap(({ actions }) => actions));

const resourcesOf = (action: string, publishing: RegistryTerritory["publishing"]) =>
  Object.values(registryApplyPermissions(territory(publishing)))
    .flat()
    .filter(({ actions }) => actions.includes(action))
    .flatMap((permission) => ("resources" in permission ? permission.resources : []));

describe("runs of the registry's stack", () => {
  it.each(["ecr:DescribeRegistry", "ecr:PutReplicationConfiguration"])(
    "may %s where ECR copies images to others, and nowhere else",
    (action) => {
      expect(actionsOf({ ...PUBLISHING, replicates: true })).toContain(action);
      expect(actionsOf(PUBLISHING)).not.toContain(action);
      expect(actionsOf(false)).not.toContain(action);
    },
  );

  it.each(["kms:GetPublicKey", "kms:CreateAlias", "iam:CreateOpenIDConnectProvider"])(
    "may not %s for a replica, which nothing is pushed to",
    (action) => {
      expect(actionsOf(PUBLISHING)).toContain(action);
      expect(actionsOf(false)).not.toContain(action);
    },
  );

  it("hand ECR the roles that make repositories alone", () => {
    expect(resourcesOf("iam:PassRole", PUBLISHING)).toEqual([
      "arn:aws:iam::123456789012:role/ecr-repository-creation",
      "arn:aws:iam::123456789012:role/ecr-replica-creation",
    ]);
  });

  it("change no role of a publisher for a replica", () => {
    expect(resourcesOf("iam:PutRolePolicy", false)).toEqual([
      "arn:aws:iam::123456789012:role/ecr-repository-creation",
      "arn:aws:iam::123456789012:role/ecr-replica-creation",
    ]);
  });
});
