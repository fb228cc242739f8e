import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { DataAwsIamOpenidConnectProvider } from "@cdktf/provider-aws/lib/data-aws-iam-openid-connect-provider";
import { DataAwsRoute53Zone } from "@cdktf/provider-aws/lib/data-aws-route53-zone";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Release } from "@cdktf/provider-helm/lib/release";
import { Project } from "@cdktf/provider-tfe/lib/project";
import { Workspace } from "@cdktf/provider-tfe/lib/workspace";
import { describe, expect, it } from "vitest";
import { defineEnvironments, ephemeral } from "../support/organisation";
import { permanentSettings } from "../../src/platform/environments";
import type { Environment } from "../../src/settings/environment/environment";
import { stacksOf as placesOf } from "../../src/settings/environment/stack-names";
import { withoutAccess } from "../support/environments";
import { synthesise } from "../support/platform";
import { stacksOf } from "../support/stacks";
import { type Block, type Terraform, valuesOf } from "../support/terraform";

const ID = "eph-abc123";

const environments = defineEnvironments([...permanentSettings, withoutAccess(ephemeral({ id: ID }))]);
const stacks = stacksOf(...environments);
const own = synthesise(environments.slice(-1));
const stack = (name: string): Terraform => own[`${name}-${ID}`]!;
const addons = stack("cluster-services");
const infrastructure = stack("cluster-infrastructure");

const releaseOf = (name: string): Block => addons.all(Release).find((release) => release.name === name)!;

/** Everything that a value contains, as text. */
const textOf = (terraform: Terraform) => JSON.stringify(terraform.json);

describe("the stacks of an ephemeral environment", () => {
  it("are those of a permanent one, without what is there once or tells people outside", () => {
    const namesOf = (environment: Environment) =>
      placesOf(environment)
        .filter(({ id }) => id in stacks)
        .map(({ name }) => name);

    const [production, shortLived] = ["production", ID].map((name) =>
      environments.find((environment) => environment.name === name)!,
    );

    expect(namesOf(shortLived!)).toEqual(
      namesOf(production!).filter((name) => name !== "ecr" && name !== "external-services"),
    );
  });

  it("have a workspace each in a project of their own", () => {
    const configuration = stacks["tfc-configuration"]!;
    const [projectId] = Object.entries(configuration.named(Project)).find(([, { name }]) => name === ID)!;
    const ours = configuration.all(Workspace).filter(({ name }) => String(name).endsWith(ID));

    expect(ours).toHaveLength(6);
    for (const { name, project_id } of ours) {
      expect(stacks).toHaveProperty([name]);
      expect(project_id).toBe(`\${tfe_project.${projectId}.id}`);
    }
    expect(
      configuration.all(Workspace).filter(({ project_id }) => project_id === ours[0]!.project_id),
    ).toEqual(ours);
  });

  it("sign in with roles of their own, through the identity provider that the account has already", () => {
    const signIn = stack("tfc-aws-config");

    expect(signIn.all(IamRole).map(({ name }) => name as string)).toEqual([
      `terraform-apply_${ID}`,
      `terraform-plan_${ID}`,
    ]);
    expect(signIn.all(IamOpenidConnectProvider)).toEqual([]);
    expect(signIn.only(DataAwsIamOpenidConnectProvider).url).toBe("https://app.terraform.io");
  });

  it("may not change the roles that they sign in with", () => {
    const changeable = stack("tfc-aws-config")
      .all(IamPolicy)
      .flatMap(({ policy }) => (JSON.parse(policy as string) as { Statement: Block[] }).Statement)
      .flatMap(({ Resource }) => [Resource].flat() as string[])
      .filter((arn) => arn.includes(":role/"))
      .map((arn) => new RegExp(`^${arn.slice(arn.indexOf("/") + 1).replaceAll("*", ".*")}$`));

    expect(changeable.length).toBeGreaterThan(0);
    expect(changeable.filter((pattern) => pattern.test(`terraform-apply_${ID}`))).toEqual([]);
  });

  it("may keep the administrator's password, and find the zone to delegate from", () => {
    const policies = stack("tfc-aws-config")
      .all(IamPolicy)
      .map(({ policy }) => policy as string)
      .join();

    expect(policies).toContain(`secret:govuk/dex/administrator/${ID}-`);
    expect(policies).toContain("route53:ListHostedZones");
  });

  it("leave the access analyzers to the account that they share", () => {
    expect(stack("vpc").all(AccessanalyzerAnalyzer)).toEqual([]);
  });

  it("delegate their public zone from the account's by themselves", () => {
    const dns = stack("root-dns");

    expect(dns.only(DataAwsRoute53Zone).name).toBe("test.govuk.digital");
    expect(dns.named(Route53Record)["zones_delegation"]).toMatchObject({
      zone_id: "${data.aws_route53_zone.zones_parent.zone_id}",
      name: `${ID}.test.govuk.digital`,
      type: "NS",
      records: "${aws_route53_zone.zones_external.name_servers}",
    });
  });

  it("have a certificate for the cluster's zone alone, which AWS can issue", () => {
    const { domain_name, subject_alternative_names } = infrastructure.only(AcmCertificate);

    expect(domain_name).toBe(`*.eks.${ID}.test.govuk.digital`);
    expect(subject_alternative_names).toEqual([]);
  });

  it("have no database, and nobody subscribed to alarms", () => {
    expect(infrastructure.addresses().filter((address) => /grafana|_rds_|db_/.test(address))).toEqual([]);
    expect(infrastructure.all(SnsTopicSubscription)).toEqual([]);
  });

  it("send nobody their lines, exceptions or open pull requests, and keep traces for a day", () => {
    const names = addons.all(Release).map(({ name }) => name as string);

    expect(names.filter((name) => /^(fluent-bit|seal|sentry)/.test(name))).toEqual([]);
    expect(valuesOf(releaseOf("tempo")).tempo.retention).toBe("24h");
  });

  it("let Terraform destroy the cluster, every zone and every bucket with what is in it", () => {
    const zones = [...stack("root-dns").all(Route53Zone), ...infrastructure.all(Route53Zone)];

    expect(zones).toHaveLength(4);
    expect(
      [infrastructure.only(EksCluster), ...zones].map(({ lifecycle }) => lifecycle.prevent_destroy),
    ).toEqual([false, false, false, false, false]);
    expect([...zones, ...infrastructure.all(S3Bucket)].filter(({ force_destroy }) => !force_destroy)).toEqual(
      [],
    );
  });

  it("sign people in with the administrator's password and know nothing of GitHub", () => {
    const { config, ingress } = valuesOf(releaseOf("dex"));

    expect(config.connectors).toBeUndefined();
    expect(config.staticPasswords).toHaveLength(1);
    expect(ingress.annotations["alb.ingress.kubernetes.io/load-balancer-name"]).toBe(`dex-${ID}`);
    expect(textOf(addons)).not.toMatch(/github[-_](client|dex)|dex-github|logit/i);
  });

  it("delete volumes with their claims", () => {
    const [storageClass] = valuesOf(releaseOf("aws-ebs-csi-driver")).storageClasses;

    expect(storageClass.reclaimPolicy).toBe("Delete");
  });

  it("have DNS records removed with their Ingresses, and no monitors of who does so", () => {
    expect(valuesOf(releaseOf("external-dns"))).toMatchObject({
      policy: "sync",
      serviceMonitor: { enabled: false },
    });
    expect(valuesOf(releaseOf("aws-load-balancer-controller")).serviceMonitor).toEqual({ enabled: false });
  });
});

describe("the code", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(settings|platform)\//.test(file))
    .map((file) => ({ file, text: readFileSync(join("src", file), "utf8") }));

  it("of stacks and of what they are made of does not know that an environment may be ephemeral", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter(({ text }) => /eph-|ephemeral environment|EPHEMERAL/.test(text))).toEqual([]);
  });

  it("nowhere tells environments apart by how their names begin", () => {
    const texts = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join("src", file), "utf8"));

    expect(texts.filter((text) => /startsWith\(["'`]eph/.test(text))).toEqual([]);
  });
});
