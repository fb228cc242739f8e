import { generateKeyPairSync } from "node:crypto";
import { Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { environmentNames } from "../../../src/settings/organisation/environment-names";
import { organisation } from "../../support/organisation";
import { problemsWith } from "./problems";

/** Names of environments, as messages list them. */
const NAMES = environmentNames(organisation).join(", ");

const { accounts, defaults, externalServices, signIn, containerRegistry, alerting, ephemeral } = organisation;

const { privateKey, publicKey } = generateKeyPairSync("ec", {
  namedCurve: "P-256",
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

const REPLICATION = "organisation.containerRegistry.replication";

const NO_KEY = `${REPLICATION}.publicKey: expected a public key as PEM, which begins with -----BEGIN PUBLIC KEY-----, got something else; copy output signing_public_key of the registry's stack`;

/** More environments than ECR copies to. */
const FAR = Array.from({ length: 26 }, (_, index) => `far-${index}`);

const replicated = (replication: object) => ({
  containerRegistry: {
    ...containerRegistry,
    replication: { environments: ["staging"], publicKey, ...replication },
  },
});

const withCommonSecret = (commonSecret: object) => ({
  externalServices: { ...externalServices, sentry: { ...externalServices.sentry, commonSecret } },
});

describe("an organisation", () => {
  it("is right as it is", () => {
    expect(problemsWith({})).toEqual([]);
  });

  it.each([
    "terraformCloud",
    "containerRegistry",
    "ephemeral",
    "externalServices",
    "signIn",
    "alerting",
    "promotion",
    "tagNames",
    "deliveryNamespace",
  ])("may do without %s", (section) => {
    expect(problemsWith({ [section]: undefined })).toEqual([]);
  });

  it.each([false, { environments: ["staging", "integration"], publicKey }])(
    "may have replicas of its registry in other accounts: %j",
    (replication) => {
      expect(problemsWith({ containerRegistry: { ...containerRegistry, replication } })).toEqual([]);
    },
  );

  it("may do without defaults of Argo CD, Logstash and the e-mail of alarms", () => {
    const { region, clusterName } = defaults;

    expect(problemsWith({ defaults: { region, clusterName } })).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      "a setting that there is not",
      { publikDomain: "example.org" },
      "organisation.publikDomain: expected one of ",
    ],
    ["a name left out", { name: undefined }, "organisation.name: expected a string, got nothing; add it"],
    [
      "a value that only Terraform knows",
      { contact: Token.asString({ Ref: "x" }) },
      "organisation.contact: expected plain data, got a Terraform value; ",
    ],
    [
      "a name that AWS would refuse",
      { name: "Example Org" },
      'organisation.name: expected a kebab-case name, got "Example Org"; use lower-case letters, digits and single hyphens',
    ],
    [
      "a public domain that is none",
      { publicDomain: "govuk digital" },
      'organisation.publicDomain: expected a domain, got "govuk digital"; write it in lower case, without a final dot',
    ],
    [
      "an internal domain that is none",
      { internalDomain: "internal" },
      'organisation.internalDomain: expected a domain, got "internal"; write it in lower case, without a final dot',
    ],
    [
      "a zone of ephemeral environments that is none",
      { ephemeral: { ...ephemeral, parentZone: "Test.example.org" } },
      'organisation.ephemeral.parentZone: expected a domain, got "Test.example.org"; write it in lower case, without a final dot',
    ],
    [
      "a domain of ephemeral environments' applications that is none",
      { ephemeral: { ...ephemeral, publishingParent: "example" } },
      'organisation.ephemeral.publishingParent: expected a domain, got "example"; write it in lower case, without a final dot',
    ],
    [
      "a time zone that there is not",
      { timeZone: "Europe/Atlantis" },
      'organisation.timeZone: expected a time zone such as Europe/Paris, got "Europe/Atlantis"; take its name from the tz database',
    ],
    [
      "pods that call the Kubernetes API and that no label tells from others",
      { namespaces: { ...organisation.namespaces, apps: { callsKubernetesApi: { release: {} } } } },
      "organisation.namespaces.apps.callsKubernetesApi.release: expected labels of pods, got none; write at least one: no label means every pod",
    ],
    [
      "a name of pods that no policy could have",
      { namespaces: { ...organisation.namespaces, apps: { callsKubernetesApi: { "a b": { app: "b" } } } } },
      'organisation.namespaces.apps.callsKubernetesApi["a b"]: expected a DNS label, got "a b"; use lower-case letters, digits and hyphens',
    ],
    [
      "a label that Kubernetes would refuse",
      { namespaces: { ...organisation.namespaces, apps: { callsKubernetesApi: { b: { app: "a b" } } } } },
      'organisation.namespaces.apps.callsKubernetesApi.b.app: expected 63 letters, digits, - _ and . at most, got "a b"; shorten or rename it',
    ],
    [
      "a namespace that the platform has",
      { namespaces: { ...organisation.namespaces, monitoring: {} } },
      'organisation.namespaces.monitoring: expected a DNS label that is no name of the platform, got "monitoring"; ',
    ],
    [
      "the namespace of the Argo CD that EKS runs",
      { namespaces: { ...organisation.namespaces, argocd: {} } },
      'organisation.namespaces.argocd: expected a DNS label that is no name of the platform, got "argocd"; ',
    ],
    [
      "a namespace with the name of a reader of secrets",
      { namespaces: { ...organisation.namespaces, shared: {} } },
      'organisation.namespaces.shared: expected a DNS label that is no name of the platform, got "shared"; ',
    ],
    [
      "a namespace with a name that every object of JavaScript answers to",
      { namespaces: { ...organisation.namespaces, constructor: {} } },
      'organisation.namespaces.constructor: expected a DNS label that is no name of the platform, got "constructor"; ',
    ],
    [
      "a namespace that has room for nothing",
      {
        namespaces: {
          ...organisation.namespaces,
          apps: { quota: { cpus: 0, memoryGib: 1, pods: 1, storageGib: 1 } },
        },
      },
      "organisation.namespaces.apps.quota.cpus: expected a whole number from 1 to 1,000,000, got 0; ",
    ],
    [
      "workflows with credentials in a namespace of applications",
      { deliveryNamespace: "apps" },
      'organisation.deliveryNamespace: expected a DNS label that names a namespace of its own, got "apps"; ',
    ],
    [
      "workflows with credentials in a namespace of the platform's add-ons",
      { deliveryNamespace: "monitoring" },
      'organisation.deliveryNamespace: expected a DNS label that names a namespace of its own, got "monitoring"; ',
    ],
    [
      "a level of access in a namespace that there is not",
      {
        accessLevels: {
          developer: {
            policy: "AmazonEKSViewPolicy",
            namespaces: ["floods"],
            clusterRules: [],
            namespaceRules: [],
          },
        },
      },
      'organisation.accessLevels.developer.namespaces[0]: expected one of apps, licensify, datagovuk, got "floods"; add it to organisation.namespaces first',
    ],
    ...["admin", "cluster-admin", "edit", "view"].map((name): [string, object, string] => [
      `a level of access that is Kubernetes's own role ${name}`,
      { accessLevels: { [name]: organisation.accessLevels.readonly } },
      `organisation.accessLevels.${name}: expected a name that no role of Kubernetes has, got "${name}"; call it something like "${name}-all"`,
    ]),
    [
      "a level of access that Terraform's role has",
      { accessLevels: { "terraform-plan": organisation.accessLevels.readonly } },
      'organisation.accessLevels.terraform-plan: expected the name of a level, got "terraform-plan"; ',
    ],
    [
      "a level of access whose name Kubernetes refuses",
      { accessLevels: { "system:masters": organisation.accessLevels.readonly } },
      'organisation.accessLevels["system:masters"]: expected the name of a level, got "system:masters"; ',
    ],
    [
      "an empty prefix of secrets",
      { secretsPrefix: "" },
      'organisation.secretsPrefix: expected the beginning of secrets\' names, got ""; write it without a slash at either end; clusters may read every secret below it',
    ],
    [
      "a prefix of secrets that ends in a slash",
      { secretsPrefix: "example/" },
      'organisation.secretsPrefix: expected the beginning of secrets\' names, got "example/"; ',
    ],
    ...["tenants", "tenants/platform"].map((secretsPrefix): [string, object, string] => [
      `${secretsPrefix} as the prefix of its secrets`,
      { secretsPrefix, externalServices: undefined },
      `organisation.secretsPrefix: expected a beginning that is not tenants' secrets', got "${secretsPrefix}"; choose another: the platform reads every secret below it`,
    ]),
    [
      "an organisation at GitHub that is none",
      { gitHub: "example/charts", containerRegistry: false },
      'organisation.gitHub: expected a GitHub organisation, got "example/charts"; copy it from its address on GitHub',
    ],
    [
      "a repository with its organisation",
      { repository: "example/platform" },
      'organisation.repository: expected the name of a repository, got "example/platform"; leave out the organisation',
    ],
    [
      "a team without an address",
      { contact: "#platform" },
      'organisation.contact: expected an e-mail address, got "#platform"; write the address of the platform\'s team',
    ],
    [
      "versions of Terraform that it cannot read",
      { terraformVersion: "latest" },
      'organisation.terraformVersion: expected versions of Terraform such as ">= 1.11.0", got "latest"; write one comparison and one version',
    ],
    [
      "a region where EKS is not",
      { defaults: { ...defaults, region: "eu-west-11" } },
      'organisation.defaults.region: expected a region of EKS, got "eu-west-11"; did you mean "eu-west-1"?',
    ],
    [
      "a cluster's name that AWS would refuse",
      { defaults: { ...defaults, clusterName: "Main" } },
      'organisation.defaults.clusterName: expected a kebab-case name, got "Main"; use lower-case letters, digits and single hyphens',
    ],
    [
      "a production team that may not sign in",
      {
        chartsLayouts: {},
        defaults: { ...defaults, chartsLayout: "own" },
        signIn: { ...signIn, teams: ["example:one", "example:two"], productionTeam: "example:three" },
      },
      'organisation.signIn.productionTeam: expected example:one or example:two, got "example:three"; add it to organisation.signIn.teams, or no team could change anything',
    ],
    [
      "a destination of the platform's alerts that is no receiver",
      { alerting: { ...alerting, platformDestination: "nobody" } },
      'organisation.alerting.platformDestination: expected a receiver of organisation.alerting.default, got "nobody"; add the receiver, or name one that is there',
    ],
    [
      "Sentry in an environment that there is not",
      {
        externalServices: {
          ...externalServices,
          sentry: { ...externalServices.sentry, environment: "intergration" },
        },
      },
      `organisation.externalServices.sentry.environment: expected one of ${NAMES}, got "intergration"; did you mean "integration"?`,
    ],
    ...(
      [
        ["a name outside its secrets", "example/common/sentry"],
        ["a name among those of namespaces", `${organisation.secretsPrefix}/namespaces/apps/sentry`],
        ["a name among those of single applications", `${organisation.secretsPrefix}/sentry/all`],
        ["no name", `${organisation.secretsPrefix}/`],
      ] as const
    ).map(([what, name]): [string, object, string] => [
      `a common secret of Sentry with ${what}`,
      withCommonSecret({ name, namespaces: ["apps"] }),
      `organisation.externalServices.sentry.commonSecret.name: expected a name such as "govuk/common/sentry", got "${name}"; write one below govuk/, but not below govuk/namespaces/ or govuk/sentry/`,
    ]),
    [
      "a common secret of Sentry for a namespace that there is not",
      withCommonSecret({ name: "govuk/common/sentry", namespaces: ["app"] }),
      'organisation.externalServices.sentry.commonSecret.namespaces[0]: expected one of apps, licensify, datagovuk, got "app"; did you mean "apps"?',
    ],
    [
      "a common secret of Sentry for no namespace",
      withCommonSecret({ name: "govuk/common/sentry", namespaces: [] }),
      "organisation.externalServices.sentry.commonSecret.namespaces: expected one namespace at least, got none; leave commonSecret out, or add one",
    ],
    [
      "a registry in an environment that there is not",
      { containerRegistry: { ...containerRegistry, environment: "registry" } },
      `organisation.containerRegistry.environment: expected one of ${NAMES}, got "registry"; add its account to organisation.accounts first`,
    ],
    [
      "a registry in a region that there is not",
      { containerRegistry: { ...containerRegistry, region: "mars" } },
      'organisation.containerRegistry.region: expected a region of EKS, got "mars"; see src/settings/network/regions.ts',
    ],
    [
      "a replica in an environment that there is not",
      replicated({ environments: ["stagging"] }),
      `${REPLICATION}.environments[0]: expected one of ${NAMES}, got "stagging"; did you mean "staging"?`,
    ],
    [
      "a replica beside the registry itself",
      replicated({ environments: ["staging", "production"] }),
      `${REPLICATION}.environments[1]: expected an environment without the registry, got "production", which has the registry itself; leave it out: ECR refuses to copy a registry to itself`,
    ],
    [
      "two replicas in one environment",
      replicated({ environments: ["staging", "staging"] }),
      `${REPLICATION}.environments[1]: expected every environment once, got "staging" again; leave the second one out`,
    ],
    [
      "no replica",
      replicated({ environments: [] }),
      `${REPLICATION}.environments: expected 1 to 25 environments, as many as ECR replicates to, got none; leave replication out`,
    ],
    [
      "more replicas than ECR copies to",
      {
        ...replicated({ environments: FAR }),
        accounts: {
          ...accounts,
          ...Object.fromEntries(FAR.map((name, index) => [name, `${500000000000 + index}`])),
        },
      },
      `${REPLICATION}.environments: expected 1 to 25 environments, as many as ECR replicates to, got 26; name those that are farthest away: others pull from the registry itself`,
    ],
    ["a public key that is none", replicated({ publicKey: "cosign.pub" }), NO_KEY],
    [
      "a private key in place of the public one",
      replicated({ publicKey: privateKey }),
      `${REPLICATION}.publicKey: expected the place of a secret, got a secret`,
    ],
    [
      "a registry that keeps copies of nothing",
      { containerRegistry: { ...containerRegistry, upstreams: [] } },
      "organisation.containerRegistry.upstreams: expected one registry or more, of whose images it keeps copies, got none; list those whose images the platform runs, such as quay.io",
    ],
    [
      "a base image of somebody else's repository",
      { containerRegistry: { ...containerRegistry, baseImages: [{ name: "a", repository: "example/a" }] } },
      'organisation.containerRegistry.baseImages[0].repository: expected a repository of alphagov, got "example/a"; nobody else\'s code is deployed',
    ],
    [
      "an account with too few digits",
      { accounts: { ...accounts, staging: "12345" } },
      'organisation.accounts.staging: expected the twelve digits of an AWS account, got "12345"; copy them from AWS',
    ],
    [
      "an account that two environments claim",
      { accounts: { ...accounts, production: accounts.staging } },
      'organisation.accounts.production: expected an account of its own, got "696911096973", which staging has; give each environment another',
    ],
    [
      "ephemeral environments in the account of another",
      { accounts: { ...accounts, ephemeral: accounts.production } },
      'organisation.accounts.ephemeral: expected an account of its own, got "172025368201", which production has; give each environment another',
    ],
    [
      "an environment whose name no host can have",
      { accounts: { ...accounts, Pre_Production: "000000000000" } },
      'organisation.accounts.Pre_Production: expected the name of an environment, a DNS label, got "Pre_Production"; use lower-case letters, digits and hyphens',
    ],
    [
      "an order with an environment that has no account",
      { promotion: ["integration", "stagin", "production"] },
      `organisation.promotion[1]: expected one of ${NAMES}, got "stagin"; did you mean "staging"?`,
    ],
    [
      "an order that comes back to an environment",
      { promotion: ["integration", "staging", "integration"] },
      'organisation.promotion[2]: expected each environment once, got "integration" a second time; leave one of them out',
    ],
  ])("is refused with %s", (_, overrides, problem) => {
    const problems = problemsWith(overrides);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it("is told of all of its problems at once", () => {
    expect(problemsWith({ publicDomain: "x", secretsPrefix: "", promotion: ["nowhere"] })).toHaveLength(3);
  });
});
