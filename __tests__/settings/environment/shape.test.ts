import { Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { problemsOfShape } from "../../../src/settings/environment/shape";
import { productionLike, problemsWith, withOneCluster } from "../../support/environments";

const resolvable = { creationStack: [], resolve: () => "", toString: () => "" };

describe("the form of an environment file", () => {
  it("finds nothing wrong with settings that are right", () => {
    expect(problemsOfShape(withOneCluster(productionLike))).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      "refuses a setting nobody knows and guesses the one that was meant",
      {
        dns: { publishingDomian: "publishing.service.gov.uk", publishingDomain: "publishing.service.gov.uk" },
      },
      'production dns.publishingDomian: expected one of publishingDomain, parentZone, certificateChallenge, got "publishingDomian"; did you mean publishingDomain?',
    ],
    [
      "guesses nothing where no known setting is near",
      { network: { ...productionLike.network, firewall: true } },
      'production network.firewall: expected one of vpc, blockedRanges, transitGateway, routes, zones, got "firewall"; remove it',
    ],
    [
      "refuses an EKS add-on nobody knows",
      { cluster: { eksAddons: { "kube-proxi": false } } },
      'production clusters.govuk.eksAddons.kube-proxi: expected one of vpc-cni, kube-proxy, eks-pod-identity-agent, coredns, metrics-server, kube-state-metrics, aws-network-flow-monitoring-agent, snapshot-controller, aws-ebs-csi-driver, aws-efs-csi-driver, got "kube-proxi"; did you mean kube-proxy?',
    ],
    [
      "asks for what is missing",
      { network: { vpc: {} } },
      "production network.vpc.cidr: expected a string, got nothing; add it",
    ],
    [
      "refuses a version written as a number",
      { cluster: { version: 1.36 } },
      "production clusters.govuk.version: expected a string, got 1.36; put it in quotes",
    ],
    [
      "refuses a number written as text",
      { secretsRecoveryDays: "7" },
      'production secretsRecoveryDays: expected a number, got "7"; write it without quotes',
    ],
    [
      "refuses a number that is none",
      { secretsRecoveryDays: Number.NaN },
      "production secretsRecoveryDays: expected a number, got NaN; write a number",
    ],
    [
      "refuses one value where a list belongs",
      { cluster: { nodeGroups: { x86: { instanceTypes: "m7i.large" } } } },
      'production clusters.govuk.nodeGroups.x86.instanceTypes: expected a list, got "m7i.large"; write a list',
    ],
    [
      "refuses what is not one of the choices",
      { cluster: { authenticationMode: "API_AND_CONFIGMAP" } },
      'production clusters.govuk.authenticationMode: expected one of "API", "API_AND_CONFIG_MAP", "CONFIG_MAP", got "API_AND_CONFIGMAP"; did you mean "API_AND_CONFIG_MAP"?',
    ],
    [
      "lists the kinds of backend",
      { backend: { type: "gcs" } },
      'production backend.type: expected one of "cloud", "s3", "local", got "gcs"; write one of them',
    ],
    [
      "judges a backend by its kind",
      { backend: { type: "s3", bucket: "govuk-terraform-state-production" } },
      "production backend.kmsKeyArn: expected a string, got nothing; add it",
    ],
    [
      "refuses a VPC that is both new and existing",
      { network: { vpc: { cidr: "10.13.0.0/16", existing: {} } } },
      'production network.vpc.existing: expected one of cidr, secondaryCidrs, legacySubnets, accessAnalyzers, timeServers, ipv6, got "existing"; remove it',
    ],
    [
      "refuses to give up deletion protection without a reason",
      { deletionProtection: false },
      'production deletionProtection: expected true or { enabled: false, reason: "…" }, got false; write true or { enabled: false, reason: "…" }',
    ],
    [
      "judges an existing VPC as one",
      {
        network: {
          vpc: {
            existing: {
              id: 1,
              cidr: "10.1.0.0/16",
              internetGatewayId: "igw-0a1b2c3d",
              privateSubnetIds: {},
              privateRouteTableIds: [],
            },
          },
        },
      },
      "production network.vpc.existing.id: expected a string, got 1; put it in quotes",
    ],
  ])("%s", (_, overrides, expected) => {
    expect(problemsWith(overrides)).toEqual([expected]);
  });

  it.each<[string, object, string]>([
    ["a string", { dns: { publishingDomain: Token.asString(resolvable) } }, "dns.publishingDomain"],
    ["part of a string", { alarmEmailSecret: `govuk/${Token.asString(resolvable)}` }, "alarmEmailSecret"],
    ["a number", { secretsRecoveryDays: Token.asNumber(resolvable) }, "secretsRecoveryDays"],
    [
      "a list",
      { cluster: { endpointAccess: { public: { cidrs: Token.asList(resolvable) } } } },
      "clusters.govuk.endpointAccess.public.cidrs",
    ],
    [
      "an item of a list",
      { cluster: { endpointAccess: { public: { cidrs: ["10.0.0.0/8", Token.asString(resolvable)] } } } },
      "clusters.govuk.endpointAccess.public.cidrs[1]",
    ],
    ["an object", { network: resolvable }, "network"],
    [
      "a map",
      { network: { ...productionLike.network, zones: Token.asStringMap(resolvable) } },
      "network.zones",
    ],
  ])("refuses a Terraform value in place of %s", (_, overrides, path) => {
    expect(problemsWith(overrides)).toEqual([
      `production ${path}: expected plain data, got a Terraform value; write the value itself: configuration is read before Terraform runs`,
    ]);
  });

  it("refuses a name that JavaScript keeps for itself", () => {
    const zones: unknown = JSON.parse('{ "a": "eu-west-1a", "b": "eu-west-1b", "__proto__": "eu-west-1c" }');

    expect(problemsWith({ network: { ...productionLike.network, zones } })).toEqual([
      'production network.zones.__proto__: expected another name, got "__proto__"; JavaScript keeps this one for itself',
    ]);
  });

  it.each(["constructor", "toString"])(
    "refuses %s as a version of Kubernetes without breaking down",
    (version) => {
      expect(problemsWith({ cluster: { version } })).toContainEqual(
        expect.stringMatching(`version: expected .*, got "${version}"`),
      );
    },
  );

  it("quotes a key that is no plain word", () => {
    expect(problemsWith({ cluster: { nodeGroups: { "arm green": { diskGib: "60" } } } })).toEqual([
      'production clusters.govuk.nodeGroups["arm green"].diskGib: expected a number, got "60"; write it without quotes',
    ]);
  });

  it("cuts a long value short", () => {
    expect(problemsWith({ forceDestroy: "y".repeat(1000) })).toEqual([
      `production forceDestroy: expected true or false, got "${"y".repeat(80)}…"; write true or false`,
    ]);
  });

  it("calls settings without a readable name an environment", () => {
    expect(problemsOfShape({ ...withOneCluster(productionLike), name: 7 })).toEqual([
      "environment name: expected a string, got 7; put it in quotes",
    ]);
  });

  it("refuses what are no settings at all", () => {
    expect(problemsOfShape(undefined)).toEqual([
      "environment settings: expected an object, got nothing; add it",
    ]);
  });

  it("refuses access that nobody read from a file, where a list is missing", () => {
    const access = { path: "access.yaml", members: { developer: { users: ["jane"] } }, problems: [] };

    expect(problemsWith({ access })).toEqual([
      "production clusters.govuk.access.members.developer.roles: expected a list, got nothing; add it",
      "production clusters.govuk.access.members.developer.patterns: expected a list, got nothing; add it",
      "production clusters.govuk.access.members.developer.groups: expected a list, got nothing; add it",
    ]);
  });

  it("refuses settings that are too deep to be looked through", () => {
    const deep = (levels: number) =>
      Array.from({ length: levels }).reduce<unknown>((inner) => ({ podAnnotations: inner }), {});
    const below = Array.from({ length: 44 }, () => ".podAnnotations").join("");

    expect(problemsWith({ addons: { dex: { values: deep(44) } } })).toEqual([]);
    expect(problemsWith({ addons: { dex: { values: deep(20_000) } } })).toEqual([
      `production clusters.govuk.addons.dex.values${below}.podAnnotations: expected at most 50 levels, got more; write less of it inside each other`,
    ]);
  });

  it("refuses settings that contain themselves", () => {
    const values: Record<string, unknown> = {};
    values.values = values;

    expect(problemsWith({ addons: { dex: { values } } })).toEqual([
      "production clusters.govuk.addons.dex.values.values: expected plain data, got an object that contains itself; write a copy",
    ]);
  });
});
