import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksIdentityProviderConfig } from "@cdktf/provider-aws/lib/eks-identity-provider-config";
import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { describe, expect, it } from "vitest";
import { parseAccessFile } from "../../../src/settings/access/access-file";
import { stacksWith } from "../../support/stacks";
import type { Block } from "../../support/terraform";

const access = parseAccessFile(
  "src/platform/access/production.yaml",
  "developer:\n  groups: [maps-developers]",
  ["developer"],
);
const identityProvider = { issuer: "https://login.example.org", clientId: "kubernetes" };
const terraform = stacksWith({ access, cluster: { identityProvider } })["cluster-access-production"]!;

const namesIn = ({ subject }: Block): string[] => subject.map(({ name }: Block) => name);

describe("people of an identity provider", () => {
  it("sign in with names and groups that are nobody else's", () => {
    expect(terraform.only(EksIdentityProviderConfig)).toMatchObject({
      oidc: {
        identity_provider_config_name: "people",
        issuer_url: "https://login.example.org",
        client_id: "kubernetes",
        username_claim: "email",
        username_prefix: "oidc:",
        groups_claim: "groups",
        groups_prefix: "oidc:",
      },
    });
  });

  it("have the level of their group, in the cluster and in its namespaces", () => {
    const bindings = [...terraform.all(ClusterRoleBindingV1), ...terraform.all(RoleBindingV1)].filter(
      ({ metadata }) => metadata.name === "developer-binding",
    );

    expect(bindings.length).toBeGreaterThan(1);
    expect(bindings.map(namesIn)).toEqual(bindings.map(() => ["developer", "oidc:maps-developers"]));
  });

  it("have no IAM role, and no other level", () => {
    expect(terraform.all(EksAccessEntry).flatMap(({ kubernetes_groups }) => kubernetes_groups)).not.toContain(
      "developer",
    );
    expect(
      terraform
        .all(ClusterRoleBindingV1)
        .filter((binding) => namesIn(binding).some((name) => name.startsWith("oidc:"))),
    ).toHaveLength(1);
  });
});
