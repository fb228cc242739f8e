import type { AddonDatabase } from "../../src/constructs/database-user/props";
import type { Cluster } from "../../src/constructs/cluster";

/** A cluster made of plain strings, so that an add-on can be tested without the stack that makes one. */
export const cluster: Cluster = {
  name: "govuk",
  region: "eu-west-1",
  vpcId: "vpc-1",
  endpoint: "https://cluster.example",
  certificateAuthority: "Y2VydGlmaWNhdGU=",
  oidcProvider: { arn: "arn:aws:iam::123456789012:oidc-provider/oidc.example", issuer: "oidc.example" },
  identity: "irsa",
  dnsZone: { id: "Z1", arn: "arn:aws:route53:::hostedzone/Z1", name: "eks.test.govuk.digital" },
  administrators: undefined,
  ipv6: false,
  nodeRoleArn: "arn:aws:iam::123456789012:role/govuk-node-group",
  loadBalancerLogsBucket: "govuk-test-load-balancer-logs",
  alarmTopicArn: "arn:aws:sns:eu-west-1:123456789012:govuk-slack-alerts",
};

export const podIdentityCluster: Cluster = { ...cluster, identity: "pod-identity" };

/** Database of an add-on. */
export const addonDatabase: AddonDatabase = {
  host: "db.example",
  port: 5433,
  database: "program",
  authorities: ["-----BEGIN CERTIFICATE-----\n"],
  masterSecret: "govuk/program/database",
  userSecret: "govuk/program/database-user",
  passwordVersion: 1,
  after: [],
};
