import { readFileSync } from "node:fs";
import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Release } from "@cdktf/provider-helm/lib/release";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { describe, expect, it } from "vitest";
import { everyPlatform } from "../support/every-platform";
import { type Block, valuesOf } from "../support/terraform";

const stack = (name: string) => everyPlatform[`${name}-production`]!;
const infrastructure = stack("cluster-infrastructure");
const access = stack("cluster-access");
const services = stack("cluster-services");

const cluster = infrastructure.only(EksCluster);
const releases = services.all(Release);

/** Objects of the platform's own releases, each with its namespace. */
const objects: Block[] = releases
  .filter(({ chart }) => String(chart).startsWith("./"))
  .flatMap((release) => valuesOf(release).objects as Block[]);

/** Pods of our own Jobs. Those of charts are held by `npm run charts`. */
const pods = objects
  .filter(({ kind }) => kind === "Job" || kind === "CronJob")
  .map(({ spec }) => (spec.jobTemplate?.spec ?? spec).template.spec as Block);

const namespaces = access.all(NamespaceV1).map(({ metadata }) => metadata as Block);
const enforced = Object.fromEntries(
  namespaces.map(({ name, labels }) => [name, labels["pod-security.kubernetes.io/enforce"]]),
);
const judges = (kind: string) =>
  objects.filter((object) => object.kind === kind).map(({ spec }) => spec as Block);

const podSecurity = () => {
  const { monitoring, ...others } = enforced;

  expect(monitoring).toBe("privileged");
  expect(new Set(Object.values(others))).toEqual(new Set(["restricted"]));
};
const noHostAccess = () => {
  podSecurity();
  expect(judges("NoHostAccess")).toMatchObject([{ enforcementAction: "deny" }]);
};
const policiesAreOn = () =>
  expect(
    infrastructure.all(EksAddon).find(({ addon_name }) => addon_name === "vpc-cni")!.configuration_values,
  ).toContain('"enableNetworkPolicy":"true"');
const openEndpoint = () => {
  expect(cluster.vpc_config).toMatchObject({ endpoint_public_access: true, endpoint_private_access: true });
  expect(cluster.vpc_config).not.toHaveProperty("public_access_cidrs");
};

/** Checks of the JSON of GOV.UK's production, by the number of their recommendation. */
const CHECKS: Readonly<Record<string, () => void>> = {
  "2.1.1": () => expect(cluster.enabled_cluster_log_types).toHaveLength(5),
  "2.1.2": () =>
    expect(
      infrastructure.all(CloudwatchLogGroup).find(({ name }) => name === "/aws/eks/govuk/cluster"),
    ).toMatchObject({ retention_in_days: 731 }),
  "4.1.1": () =>
    expect(
      Object.entries(access.named(EksAccessPolicyAssociation))
        .filter(([, { policy_arn }]) => /Admin/.test(String(policy_arn)))
        .map(([name]) => name),
    ).toEqual(["entries_fulladmin-policy", "entries_platformengineer-policy", "entries_tempadmin-policy"]),
  "4.1.3": () =>
    expect(
      [
        ...Object.entries(access.named(ClusterRoleV1)),
        ...objects
          .filter(({ kind }) => /^(?:Cluster)?Role$/.test(String(kind)))
          .map((role): [string, Block] => [String(role.metadata.name), role]),
      ]
        .filter(([, role]) => JSON.stringify(role.rule ?? role.rules).includes('"*"'))
        .map(([name]) => name.replace("_cluster-role", "")),
    ).toEqual(["fulladmin", "ithctester", "platformengineer", "tempadmin"]),
  "4.1.5": () =>
    expect(pods.filter(({ serviceAccountName = "default" }) => serviceAccountName === "default")).toEqual([]),
  "4.1.6": () =>
    expect(
      pods
        .filter(({ automountServiceAccountToken }) => automountServiceAccountToken !== false)
        .map(({ serviceAccountName }) => String(serviceAccountName)),
    ).toEqual(["gatekeeper-templates-served"]),
  "4.1.7": () => expect(cluster.access_config.authentication_mode).toBe("API"),
  "4.2.1": podSecurity,
  "4.2.2": noHostAccess,
  "4.2.3": noHostAccess,
  "4.2.4": noHostAccess,
  "4.2.5": podSecurity,
  "4.3.1": policiesAreOn,
  "4.3.2": () => {
    const denied = [
      ...objects.filter(({ kind }) => kind === "NetworkPolicy"),
      ...access.all(NetworkPolicyV1),
    ].filter(({ metadata }) => metadata.name === "deny-all");

    expect(new Set(denied.map(({ metadata }) => String(metadata.namespace)))).toEqual(
      new Set(Object.keys(enforced)),
    );
  },
  "4.4.2": () =>
    expect(
      objects.filter(({ kind }) => kind === "ClusterSecretStore").filter(({ spec }) => !spec.provider.aws),
    ).toEqual([]),
  "4.5.2": () => {
    expect(releases.filter(({ namespace = "default" }) => namespace === "default")).toEqual([]);
    expect(Object.keys(enforced)).not.toContain("default");
  },
  "5.1.1": () =>
    expect(stack("ecr").only(EcrRegistryScanningConfiguration)).toMatchObject({
      scan_type: "ENHANCED",
      rule: [{ scan_frequency: "SCAN_ON_PUSH" }, { scan_frequency: "CONTINUOUS_SCAN" }],
    }),
  "5.1.4": () =>
    expect(judges("AllowedImages")).toMatchObject([
      { enforcementAction: "deny", match: { namespaces: expect.arrayContaining(Object.keys(enforced)) } },
    ]),
  "5.2.1": () => {
    const subjects = services
      .all(IamRole)
      .map(({ assume_role_policy }) => String(assume_role_policy))
      .filter((policy) => policy.includes("AssumeRoleWithWebIdentity"))
      .flatMap((policy) => [...policy.matchAll(/system:serviceaccount:[\w-]+:[^"]+/g)].map(String));

    expect(subjects.length).toBeGreaterThan(5);
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(subjects.filter((subject) => subject.includes("*"))).toEqual([]);
  },
  "5.3.1": () =>
    expect(cluster.encryption_config).toEqual({
      provider: { key_arn: "${aws_kms_key.eks_encryption_key.arn}" },
      resources: ["secrets"],
    }),
  "5.4.1": openEndpoint,
  "5.4.2": openEndpoint,
  "5.4.3": () => {
    const subnets = infrastructure.named(Subnet);
    const ofNodes = infrastructure
      .all(EksNodeGroup)
      .flatMap(({ subnet_ids }) => subnet_ids as string[])
      .map((id) => subnets[/aws_subnet\.([^.]+)\.id/.exec(id)![1]!]!);

    expect(ofNodes.length).toBeGreaterThan(2);
    expect(ofNodes.filter(({ map_public_ip_on_launch }) => map_public_ip_on_launch)).toEqual([]);
  },
  "5.4.4": policiesAreOn,
  "5.4.5": () => expect(judges("LoadBalancerAnnotations")).toMatchObject([{ enforcementAction: "deny" }]),
  "5.5.1": () =>
    expect(
      access.all(EksAccessEntry).filter(({ type, principal_arn }) => type !== "STANDARD" || !principal_arn),
    ).toEqual([]),
};

/** Recommendations that the JSON alone cannot show: where they are held, or why nothing holds them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "3.2.7": "only a node shows it",
  "4.1.2": "npm run verify -- reach computes who reads which Secrets",
  "4.1.4": "npm run verify -- reach computes who makes pods",
  "4.1.8": "npm run verify -- reach follows bind, impersonate and escalate",
  "4.4.1": "charts of others choose between variables and files",
  "4.5.1": "the organisation decides which teams share a namespace",
  "5.1.2": "npm run verify -- iam asks who may push and pull",
  "5.1.3": "npm run verify -- iam asks about the nodes' role",
};

interface Row {
  readonly number: string;
  readonly state: string;
}

const page = readFileSync("docs/security.md", "utf8");
const rows: Row[] = [...page.matchAll(/^\| (\d+\.\d+\.\d+) +\| [^|]+\| ([^|]+?) *\|/gm)].map(
  ([, number, state]) => ({ number: number!, state: state! }),
);

describe("the page about the CIS benchmark", () => {
  it("has a check for each recommendation that nodes do not meet by themselves, or says what holds it", () => {
    const open = rows.filter(({ state }) => state !== "AWS").map(({ number }) => number);

    expect(open).toEqual([...Object.keys(CHECKS), ...Object.keys(ELSEWHERE)].sort());
  });

  it.each(Object.entries(CHECKS))("says what is so of %s", (_, holds) => {
    holds();
  });
});
