import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { PrometheusWorkspace } from "@cdktf/provider-aws/lib/prometheus-workspace";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Release } from "@cdktf/provider-helm/lib/release";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { describe, expect, it } from "vitest";
import { stackId } from "../src/settings/environment/stack-names";
import { everyEnvironmentStack, everyPlatform, everyStack } from "./support/every-platform";
import { type Block, valuesOf } from "./support/terraform";

const AWS_NAMESPACES = ["kube-system"];

/** Arguments whose value is a secret. Their write-only twins end in `_wo`. */
const SECRET_ARGUMENT = /^(master_password|password|secret_string|secret_key|token|client_secret|data)$/;

function* entriesOf(
  value: unknown,
  path: string[] = [],
): Generator<{ path: string[]; key: string; value: unknown }> {
  if (typeof value !== "object" || value === null) {
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    yield { path, key, value: child };
    yield* entriesOf(child, [...path, key]);
  }
}

/** Types whose loss cannot be made good. */
const UNRECOVERABLE = [
  CloudwatchLogGroup,
  EcrRepository,
  Eip,
  EksCluster,
  PrometheusWorkspace,
  RdsCluster,
  Route53Zone,
];

/** Types whose argument `data` is no secret. */
const PLAIN_DATA = ["aws_prometheus_rule_group_namespace", "kubernetes_config_map_v1_data"];

const statementsOf = (document: string) => (JSON.parse(document) as { Statement: Block[] }).Statement;

describe.each(everyStack)("$id", ({ terraform }) => {
  it("pins every chart that is not our own to one version", () => {
    const charts = terraform.all(Release).filter(({ chart }) => !String(chart).startsWith("./"));

    expect(charts.filter(({ version }) => !/^v?\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  it("applies every release again after a first installation that failed", () => {
    expect(terraform.all(Release).filter(({ upgrade_install }) => upgrade_install !== true)).toEqual([]);
  });

  it("pins every EKS add-on to one version", () => {
    const versions = terraform.all(EksAddon).map(({ addon_version }) => addon_version as string);

    expect(versions.filter((version) => !/^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(version))).toEqual([]);
  });

  it("refuses to destroy what cannot be had back", () => {
    const unprotected = UNRECOVERABLE.flatMap((type) => Object.entries(terraform.named(type)))
      .filter(([, { lifecycle }]) => lifecycle?.prevent_destroy !== true)
      .map(([name]) => name);

    expect(unprotected).toEqual([]);
  });

  it("names no role beyond the 64 characters that IAM allows", () => {
    expect(terraform.all(IamRole).filter(({ name }) => String(name).length > 64)).toEqual([]);
  });

  const lengthOf = (document: unknown): number =>
    (document as string).replaceAll(/\$\{[^}]*account_id\}/g, "123456789012").length;

  it("keeps every IAM document within 6,144 characters", () => {
    const documents = [
      ...terraform.all(IamRole).map(({ assume_role_policy }) => assume_role_policy as string),
      ...[IamPolicy, IamRolePolicy]
        .flatMap((type) => terraform.all(type))
        .map(({ policy }) => policy as string),
    ];

    expect(documents.filter((document) => lengthOf(document) > 6144)).toEqual([]);
  });

  it("keeps the policies inside each role within 10,240 characters together", () => {
    const lengths = new Map<string, number>();
    for (const { role, policy } of terraform.all(IamRolePolicy)) {
      lengths.set(role as string, (lengths.get(role as string) ?? 0) + lengthOf(policy));
    }

    expect([...lengths].filter(([, length]) => length > 10_240)).toEqual([]);
  });

  it("allows no wildcard action outside a key's own policy and the boundary, which allows nothing by itself", () => {
    const actions = [IamPolicy, IamRolePolicy]
      .flatMap((type) => terraform.all(type))
      .filter(({ name }) => !/^(terraform|platform)-boundary(_|$)/.test(name as string))
      .flatMap(({ policy }) => statementsOf(policy as string).flatMap(({ Action }) => Action as string[]));

    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
  });

  it("lets each key be administered by its own account", () => {
    for (const { policy } of terraform.all(KmsKey)) {
      expect(statementsOf(policy as string)[0]?.Principal.AWS).toMatch(/^arn:aws:iam::.+:root$/);
    }
  });

  it("addresses everything in kebab-case, one _ between the levels", () => {
    const names = terraform.addresses().map((address) => address.slice(address.indexOf(".") + 1));

    expect(names.filter((name) => !/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name))).toEqual([]);
  });

  it("holds no secret", () => {
    const secrets = [...entriesOf(terraform.json.resource ?? {})].filter(
      ({ path, key, value }) =>
        SECRET_ARGUMENT.test(key) && typeof value === "string" && !PLAIN_DATA.includes(path[0] as string),
    );

    expect(secrets).toEqual([]);
  });

  it("runs under a Terraform that has write-only arguments", () => {
    expect(terraform.json.terraform.required_version).toBe(">= 1.11.0");
  });
});

describe.each(everyEnvironmentStack)("$id", ({ name, cluster, terraform, environment }) => {
  const { organisation } = environment;

  it("tags nodes, volumes and load balancers, which Terraform does not make itself, as it tags the rest", () => {
    const tags = terraform.json.provider.aws?.[0].default_tags?.[0].tags;
    const told = [
      ...terraform
        .all(LaunchTemplate)
        .flatMap(({ tag_specifications }) => tag_specifications as Block[])
        .map((specification) => specification.tags),
      ...terraform.all(Release).flatMap((release) => {
        const values = release.chart.startsWith("./") ? {} : valuesOf(release);
        return [values.controller?.extraVolumeTags, values.defaultTags].filter((own) => own !== undefined);
      }),
    ];

    expect(told.filter((own) => Object.entries(tags).some(([key, value]) => own[key] !== value))).toEqual([]);
  });

  it("tags everything with where it comes from", () => {
    expect(terraform.json.provider.aws[0].default_tags).toEqual([
      {
        tags: {
          ...organisation.tags,
          service: expect.any(String),
          environment: environment.name,
          "terraform-deployment": name,
        },
      },
    ]);
  });

  it("puts releases only into namespaces that cluster-access makes", () => {
    const namespaces = cluster
      ? everyPlatform[stackId("cluster-access", cluster)]!.all(NamespaceV1).map(
          ({ metadata }) => metadata.name,
        )
      : [];

    for (const { namespace, create_namespace } of terraform.all(Release)) {
      expect([...AWS_NAMESPACES, ...namespaces]).toContain(namespace);
      expect(create_namespace ?? false).toBe(false);
    }
  });
});
