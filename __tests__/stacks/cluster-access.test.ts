import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { ConfigMapV1Data } from "@cdktf/provider-kubernetes/lib/config-map-v1-data";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { describe, expect, it } from "vitest";
import { parseAccessFile } from "../../src/settings/access/access-file";
import type { AuthenticationMode, ClusterSettings } from "../../src/settings/cluster/cluster";
import { ClusterAccessStack } from "../../src/stacks/cluster-access";
import { environment } from "../support/environments";
import { accessLevels } from "../support/organisation";
import { testApp } from "../support/app";
import { remembered } from "../support/stacks";
import { Terraform } from "../support/terraform";

const access = parseAccessFile(
  "access.yaml",
  `
  developer:
    users: [jane.doe]
    roles: [ci/deploy]
  readonly:
    patterns: ['readonly$']
  tempadmin: {}
  `,
  accessLevels,
);

const accessTo = remembered((cluster: Partial<ClusterSettings>) =>
  Terraform.from(new ClusterAccessStack(testApp(), environment({ access, cluster }))),
);

const build = (cluster: Partial<ClusterSettings> = {}) => accessTo(cluster);

/** Entries of people and of Terraform. Those of applications that read clusters have a test of their own. */
const entriesOf = (terraform: Terraform) =>
  Object.entries(terraform.named(EksAccessEntry)).filter(([id]) => !id.startsWith("reader-"));

const groupsOf = (terraform: Terraform) =>
  entriesOf(terraform).flatMap(([, { kubernetes_groups }]) => kubernetes_groups as string[]);

const LEVELS = [
  "developer",
  "dguengineer",
  "fulladmin",
  "ithctester",
  "licensinguser",
  "platformengineer",
  "readonly",
  "tempadmin",
  "terraform-plan",
];

describe("cluster-access", () => {
  it("makes every namespace of the platform", () => {
    const names = build()
      .all(NamespaceV1)
      .map(({ metadata }) => metadata.name as string);

    expect(names.sort()).toEqual([
      "apps",
      "cluster-services",
      "datagovuk",
      "delivery",
      "gatekeeper-system",
      "licensify",
      "monitoring",
    ]);
  });

  it.each<[AuthenticationMode, string[], string[], number]>([
    ["API", ["developer", "readonly", "terraform-plan"], ["entries_readonly-policy"], 0],
    ["API_AND_CONFIG_MAP", ["developer", "readonly", "terraform-plan"], ["entries_readonly-policy"], 1],
    ["CONFIG_MAP", [], [], 1],
  ])(
    "in mode %s, lets levels that have members in by entries for %j, policies %j and %i ConfigMaps",
    (mode, groups, policies, maps) => {
      const terraform = build({ authenticationMode: mode });

      expect(groupsOf(terraform)).toEqual(groups);
      expect(Object.keys(terraform.named(EksAccessPolicyAssociation))).toEqual(policies);
      expect(terraform.all(ConfigMapV1Data)).toHaveLength(maps);
    },
  );

  it.each<AuthenticationMode>(["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"])(
    "says what every level may do in mode %s",
    (authenticationMode) => {
      const roles = build({ authenticationMode }).all(ClusterRoleV1);

      expect(roles.map(({ metadata }) => metadata.name as string).sort()).toEqual(LEVELS);
    },
  );

  it("lets in a user's role, a role with a path and the roles that match a pattern", () => {
    const { entries_developer, entries_readonly } = build().named(EksAccessEntry);

    expect(entries_developer!.for_each).toContain('["jane.doe-developer", "ci/deploy"]');
    expect(entries_readonly!.for_each).toBe(
      "${toset(tolist(data.aws_iam_roles.readonly-members_matching.arns))}",
    );
  });

  it("maps the same roles in aws-auth, without paths", () => {
    const { mapRoles } = build({ authenticationMode: "CONFIG_MAP" }).only(ConfigMapV1Data).data;

    expect(mapRoles).toContain(
      "data.terraform_remote_state.cluster-infrastructure.outputs.worker_iam_role_arn",
    );
    expect(mapRoles).toMatch(/toset\(\["jane.doe-developer", "deploy"\]\): [^]* groups = \["developer"\]/);
    expect(mapRoles).toMatch(
      /toset\(tolist\(data.aws_iam_roles.readonly-members_matching.names\)\): [^]* groups = \["readonly"\]/,
    );
  });

  it("lets Terraform's own roles in before it makes anything in the cluster", () => {
    const terraform = build({ terraformRoles: { plan: "terraform-plan", apply: "terraform-apply" } });
    const policies = terraform.named(EksAccessPolicyAssociation);

    expect(policies).not.toHaveProperty("terraform-entries_terraform-plan-policy");
    expect(policies["terraform-entries_terraform-apply-policy"]).toMatchObject({
      policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
      access_scope: { type: "cluster" },
    });
    for (const namespace of terraform.all(NamespaceV1)) {
      expect(namespace.depends_on).toEqual([
        "aws_eks_access_entry.terraform-entries_terraform-plan",
        "aws_eks_access_policy_association.terraform-entries_terraform-apply-policy",
      ]);
    }
  });

  it("says what Terraform's roles may do where aws-auth lets them in", () => {
    const terraform = build({
      authenticationMode: "CONFIG_MAP",
      terraformRoles: { plan: "terraform-plan", apply: "terraform-apply" },
    });
    const rules = terraform.named(ClusterRoleV1);

    const readable = rules["terraform-plan_cluster-role"]!.rule.flatMap(
      ({ resources }: { resources: string[] }) => resources,
    );
    expect(readable).toContain("namespaces");
    expect(readable).not.toContain("secrets");
    expect(rules["terraform-apply_cluster-role"]!.rule).toEqual([
      { api_groups: ["*"], resources: ["*"], verbs: ["*"] },
    ]);
    expect(terraform.only(ConfigMapV1Data).data.mapRoles).toContain('groups = ["terraform-apply"]');
  });

  it("lets only the role that plans in, where HCP Terraform applies as the role that made the cluster", () => {
    const entries = Object.fromEntries(entriesOf(build()));

    expect(entries["terraform-entries_terraform-plan"]!.for_each).toContain('["terraform-plan"]');
    expect(Object.keys(entries).sort()).toEqual([
      "entries_developer",
      "entries_readonly",
      "terraform-entries_terraform-plan",
    ]);
  });

  it("lets in no role of Terraform's where it does not run at HCP Terraform", () => {
    const stack = new ClusterAccessStack(testApp(), environment({ access, backend: { type: "local" } }));

    expect(groupsOf(Terraform.from(stack))).toEqual(["developer", "readonly"]);
  });

  it("lets a role that both plans and applies in once, to apply", () => {
    const terraform = build({ terraformRoles: { plan: "terraform", apply: "terraform" } });

    expect(groupsOf(terraform)).toEqual(["developer", "readonly", "terraform-apply"]);
  });

  it.each([
    "kubernetes_role_v1",
    "kubernetes_limit_range_v1",
    "kubernetes_resource_quota_v1",
    "kubernetes_network_policy_v1",
  ])("makes each %s after its namespace, and waits for no other", (type) => {
    const { json } = build();
    const objects = Object.values<{ metadata: { name: string; namespace: string }; depends_on: string[] }>(
      json.resource[type],
    ).filter(({ metadata }) => metadata.namespace !== "kube-system");

    expect(objects).not.toEqual([]);
    for (const { metadata, depends_on } of objects) {
      expect(depends_on.filter((address) => address.startsWith("kubernetes_namespace_v1."))).toEqual(
        metadata.name === "deny-all" ? [] : [`kubernetes_namespace_v1.namespaces_${metadata.namespace}`],
      );
    }
  });

  it("makes cluster roles as soon as Terraform has access, whatever namespaces there are", () => {
    const { json } = build({ terraformRoles: { plan: "terraform-plan" } });

    for (const role of Object.values<{ depends_on: string[] }>(json.resource.kubernetes_cluster_role_v1)) {
      expect(role.depends_on).toEqual(["aws_eks_access_entry.terraform-entries_terraform-plan"]);
    }
  });
});
