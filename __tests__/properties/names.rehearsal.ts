import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addStacks } from "../../src/stacks";
import { organisation as organisationSettings } from "../../src/platform/organisation";
import { checkEnvironments } from "../../src/settings/define/environments";
import type { Environment, EnvironmentSettings } from "../../src/settings/environment/environment";
import type { Organisation } from "../../src/settings/organisation/organisation";
import { defineOrganisation } from "../../src/settings/define/organisation";
import { addOrganisationStacks } from "../../src/stacks/organisation-stacks";
import { testApp } from "../support/app";
import { noAccess, productionLike, withOneCluster } from "../support/environments";
import { tenants } from "../support/organisation";
import { type Block, Terraform } from "../support/terraform";

/** Most characters of each argument that names a resource, as AWS and HCP Terraform document them. */
const LIMITS: Readonly<Record<string, number>> = {
  "aws_acm_certificate.domain_name": 64,
  "aws_cloudwatch_event_rule.name": 64,
  "aws_cloudwatch_log_group.name": 512,
  "aws_cloudwatch_log_metric_filter.name": 512,
  "aws_cloudwatch_log_subscription_filter.name": 512,
  "aws_cloudwatch_metric_alarm.alarm_name": 255,
  "aws_cloudwatch_query_definition.name": 255,
  "aws_db_subnet_group.name": 255,
  "aws_eks_cluster.name": 100,
  "aws_eks_node_group.node_group_name_prefix": 63 - 26,
  "aws_iam_policy.name": 128,
  "aws_iam_role.name": 64,
  "aws_kinesis_firehose_delivery_stream.name": 64,
  "aws_launch_template.name_prefix": 128 - 26,
  "aws_networkflowmonitor_monitor.monitor_name": 255,
  "aws_rds_cluster.cluster_identifier": 63,
  "aws_rds_cluster.final_snapshot_identifier": 255,
  "aws_rds_cluster_instance.identifier": 63,
  "aws_secretsmanager_secret.name": 512,
  "aws_security_group.name": 255,
  "aws_sns_topic.display_name": 100,
  "aws_sns_topic.name": 256,
  "module.name": 63,
  "tfe_notification_configuration.name": 90,
  "tfe_project.name": 40,
  "tfe_variable_set.name": 90,
  "tfe_workspace.name": 90,
};

/** Arguments whose values need not differ, since they say what a resource is about or are shown to people. */
const NOT_UNIQUE = ["aws_sns_topic.display_name"];

/** Arguments that contain a cluster's name and name another resource, or a domain. */
const OTHERS =
  /\.(cluster_name|log_group_name|role|namespace|service_account)$|^aws_route53_|^helm_release|^pingdom|^sentry|^kubernetes|^random/;

interface Name {
  readonly kind: string;
  readonly value: string;
}

/** Names of all resources of a stack, those included that only Kubernetes knows of. */
function namesOf({ json }: Terraform): Name[] {
  const resources: [string, Block][] = [
    ...Object.entries<Block>(json.resource ?? {}).flatMap(([type, all]) =>
      Object.values<Block>(all).map((resource): [string, Block] => [type, resource]),
    ),
    ...Object.values<Block>(json.module ?? {}).map((module): [string, Block] => ["module", module]),
  ];
  return [
    ...resources.flatMap(([type, resource]) =>
      Object.entries(resource).flatMap(([argument, value]) =>
        typeof value === "string" && !value.includes("${") && !value.includes("{")
          ? [{ kind: `${type}.${argument}`, value }]
          : [],
      ),
    ),
    ...[...JSON.stringify(json).matchAll(/load-balancer-name\\+":\\+"([^"\\]+)/g)].map(([, value]) => ({
      kind: "load-balancer.name",
      value: value!,
    })),
  ];
}

const label = (longest: number) =>
  fc.stringMatching(/^[a-z](?:-?[a-z0-9])*$/).filter(({ length }) => length <= longest);
const long = (longest: number) =>
  fc
    .stringMatching(new RegExp(`^[a-z][a-z0-9]{${longest - 1}}$`))
    .map((text) => text.replace(/(?<=^.{7})./, "-"));

/** Longest name of an environment whose certificate still has a common name. */
const LONGEST_ENVIRONMENT = 64 - "*.c0..govuk.digital".length;

const clusterName = fc.oneof(label(40), long(40));
const environmentName = fc.oneof(label(LONGEST_ENVIRONMENT), long(LONGEST_ENVIRONMENT));

/** An environment of two clusters. */
const cases = fc.record({
  environment: environmentName,
  clusters: fc.uniqueArray(clusterName, { minLength: 2, maxLength: 2 }),
});

function organisationWith(environment: string): Organisation {
  const { terraformCloud: cloud, accounts } = organisationSettings;
  return defineOrganisation({
    ...organisationSettings,
    accounts: { ...accounts, [environment]: "999999999999" },
    terraformCloud: cloud && {
      ...cloud,
      environments: {
        ...cloud.environments,
        [environment]: {
          ...cloud.environments.production!,
          pipelines: { plan: "Plan another", apply: "Apply another" },
        },
      },
    },
  });
}

const at = (range: string) => `10.21.${range}`;

function environmentOf(name: string, clusters: readonly string[]): EnvironmentSettings {
  return {
    ...withOneCluster(productionLike),
    name,
    network: {
      vpc: {
        cidr: at("0.0/16"),
        legacySubnets: {
          rds_a: { cidr: at("250.0/24"), zone: "a" },
          rds_b: { cidr: at("251.0/24"), zone: "b" },
        },
      },
    },
    dns: { publishingDomain: `${name}.example.com` },
    clusters: Object.fromEntries(
      clusters.map((cluster, index) => [
        cluster,
        {
          access: noAccess,
          main: index === 0,
          subdomain: `c${index}`,
          nodeGroups: { "arm-blue": {}, "arm-green": {} },
          ...(index > 0 && {
            subnets: {
              controlPlane: { a: at("120.0/28"), b: at("120.16/28"), c: at("120.32/28") },
              public: { a: at("121.0/24"), b: at("122.0/24"), c: at("123.0/24") },
              private: { a: at("124.0/22"), b: at("128.0/22"), c: at("132.0/22") },
            },
          }),
        },
      ]),
    ),
  };
}

function namesIn(environment: Environment): Name[] {
  const app = testApp();
  addStacks(app, [environment], tenants);
  addOrganisationStacks(app, [environment]);
  return Object.values(Terraform.fromApp(app)).flatMap(namesOf);
}

describe("names with those of any cluster and environment", () => {
  it("are within the limits of AWS and HCP Terraform, and unique in their account", () => {
    fc.assert(
      fc.property(cases, ({ environment: name, clusters }) => {
        const { problems, value } = checkEnvironments(
          [environmentOf(name, clusters)],
          organisationWith(name),
        );
        expect(problems).toEqual([]);

        const names = namesIn(value[0]!);
        const long = [name, ...clusters].filter(({ length }) => length > 8);
        const unknown = names.filter(isNew).filter((each) => long.some((part) => each.value.includes(part)));

        expect(names.filter(({ kind, value: text }) => text.length > (limitOf(kind) ?? Infinity))).toEqual(
          [],
        );
        expect(repeated(names.filter(({ kind }) => isUnique(kind)))).toEqual([]);
        expect([...new Set(unknown.map(({ kind }) => kind))]).toEqual([]);
      }),
      // Each case takes seconds to synthesise, so a smaller one is not looked for.
      { numRuns: 3, endOnFailure: true },
    );
  }, 60_000);
});

const LOAD_BALANCER = "load-balancer.name";

const limitOf = (kind: string): number | undefined => (kind === LOAD_BALANCER ? 32 : LIMITS[kind]);

const isUnique = (kind: string): boolean => limitOf(kind) !== undefined && !NOT_UNIQUE.includes(kind);

/** True if an argument is named like a resource's own name and has no limit above. */
const isNew = ({ kind }: Name): boolean =>
  /name|identifier/.test(kind) && limitOf(kind) === undefined && !OTHERS.test(kind);

const repeated = (names: readonly Name[]): Name[] =>
  names.filter(
    ({ kind, value }, index) =>
      names.findIndex((other) => other.kind === kind && other.value === value) !== index,
  );
