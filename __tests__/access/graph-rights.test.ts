import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { describe, expect, it } from "vitest";
import { GraphRights } from "../../src/access/graph-rights";
import { Terraform } from "../support/terraform";

const USER = "arn:aws:sts::123456789012:assumed-role/govuk-kro/KRO";

const terraform = Terraform.of((scope) => {
  new GraphRights(scope, "graphs", {
    user: USER,
    makes: [{ apiGroup: "apps", resources: ["deployments"] }],
    role: "kro-graphs",
    namespaces: ["apps", "datagovuk"],
    after: [],
    readyFor: () => [],
  });
});

const subject = [{ api_group: "rbac.authorization.k8s.io", kind: "User", name: USER }];

describe("GraphRights", () => {
  it("let kro watch the kinds that graphs make in the whole cluster, and change none there", () => {
    expect(terraform.only(ClusterRoleBindingV1)).toMatchObject({
      role_ref: { name: "kro-graphs-watches" },
      subject,
    });
    expect(terraform.named(ClusterRoleV1).graphs_watches!.rule).toEqual([
      { api_groups: ["apps"], resources: ["deployments"], verbs: ["get", "list", "watch"] },
    ]);
  });

  it("let kro make them in namespaces of applications alone", () => {
    expect(
      terraform
        .all(RoleBindingV1)
        .map(({ metadata, role_ref, subject: bound }) => [metadata, role_ref, bound]),
    ).toMatchObject([
      [{ namespace: "apps" }, { kind: "ClusterRole", name: "kro-graphs" }, subject],
      [{ namespace: "datagovuk" }, { kind: "ClusterRole", name: "kro-graphs" }, subject],
    ]);
    expect(terraform.named(ClusterRoleV1).graphs_makes!.rule).toEqual([
      {
        api_groups: ["apps"],
        resources: ["deployments"],
        verbs: ["get", "list", "watch", "create", "update", "patch", "delete"],
      },
    ]);
  });
});
