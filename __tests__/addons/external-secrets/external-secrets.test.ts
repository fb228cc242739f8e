import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import {
  ExternalSecrets,
  type ExternalSecretsProps,
} from "../../../src/addons/external-secrets/external-secrets";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const readers: ExternalSecretsProps["readers"] = [
  {
    store: "aws-secretsmanager-apps",
    role: "external-secrets-apps",
    namespaces: ["apps"],
    names: ["govuk/*"],
  },
];

const externalSecrets = (props: Partial<ExternalSecretsProps> = {}) =>
  Terraform.of(
    (scope) =>
      new ExternalSecrets(scope, "external-secrets", {
        cluster,
        accountId: "123456789012",
        namespace: "services",
        replicas: 3,
        stores: { secretsManager: true, parameterStore: false },
        readers,
        secrets: [],
        ...props,
      }),
  );

const releases = (terraform: Terraform) => terraform.named(Release);
const operatorWith = (props?: Partial<ExternalSecretsProps>) =>
  valuesOf(releases(externalSecrets(props))["external-secrets_release"]!);
const objectsOf = (terraform: Terraform, id: "stores" | "secrets"): Block[] =>
  valuesOf(releases(terraform)[`external-secrets_${id}`]!).objects;
const statements = (terraform: Terraform) =>
  JSON.parse(terraform.named(IamRolePolicy)["external-secrets_reader-apps_permissions"]!.policy as string)
    .Statement;

const secretsManager = {
  Effect: "Allow",
  Action: [
    "secretsmanager:DescribeSecret",
    "secretsmanager:GetResourcePolicy",
    "secretsmanager:GetSecretValue",
    "secretsmanager:ListSecretVersionIds",
  ],
  Resource: ["arn:aws:secretsmanager:eu-west-1:123456789012:secret:govuk/*"],
};

const parameterStore = {
  Effect: "Allow",
  Action: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
  Resource: ["arn:aws:ssm:eu-west-1:123456789012:parameter/govuk/*"],
};

const store = (name: string, service: string) => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ClusterSecretStore",
  metadata: { name },
  spec: {
    conditions: [{ namespaces: ["apps"] }],
    provider: {
      aws: { service, region: "eu-west-1", role: "${aws_iam_role.external-secrets_reader-apps_role.arn}" },
    },
  },
});

/** Actions of the policy that upstream publishes for Parameter Store, in the form of a pattern. */
const UPSTREAM_READS_PARAMETERS = /^ssm:GetParameter/;

describe("ExternalSecrets", () => {
  it("copies secrets of the platform from Parameter Store where it is told to, by names that begin with a slash", () => {
    const copy = { path: "govuk/dex/github", name: "dex", namespace: "services" };
    const specOf = (props: Partial<ExternalSecretsProps>) =>
      objectsOf(externalSecrets({ secrets: [copy], ...props }), "secrets")[0]!.spec;

    expect(specOf({ secretsFrom: "parameterStore" })).toMatchObject({
      secretStoreRef: { name: "aws-parameterstore-platform" },
      dataFrom: [{ extract: { key: "/govuk/dex/github" } }],
    });
    expect(specOf({})).toMatchObject({
      secretStoreRef: { name: "aws-secretsmanager-platform" },
      dataFrom: [{ extract: { key: "govuk/dex/github" } }],
    });
  });

  it("reads parameters by the actions of upstream's policy alone, and finds none by their tags", () => {
    expect(parameterStore.Action.filter((action) => !UPSTREAM_READS_PARAMETERS.test(action))).toEqual([]);
  });

  it("installs the operator, then its stores, then the secrets", () => {
    const { "external-secrets_stores": stores, "external-secrets_secrets": secrets } =
      releases(externalSecrets());

    expect(stores?.depends_on).toEqual([
      "helm_release.external-secrets_release",
      "aws_iam_role_policy.external-secrets_reader-apps_permissions",
    ]);
    expect(secrets?.depends_on).toEqual(["helm_release.external-secrets_stores"]);
  });

  it("copies for applications through the store of their namespace, beside the platform's own copies", () => {
    const copy = {
      path: "govuk/slack-webhook-url",
      name: "slack-webhook-url",
      namespace: "apps",
      store: "aws-secretsmanager-apps",
    };
    const [own, forApplications] = objectsOf(
      externalSecrets({
        secretsFrom: "parameterStore",
        secrets: [{ path: "govuk/dex/github", name: "dex", namespace: "services" }],
        forApplications: [copy],
      }),
      "secrets",
    );

    expect(own!.spec.secretStoreRef.name).toBe("aws-parameterstore-platform");
    expect(forApplications).toMatchObject({
      metadata: { name: "slack-webhook-url", namespace: "apps" },
      spec: {
        secretStoreRef: { name: "aws-secretsmanager-apps" },
        dataFrom: [{ extract: { key: "govuk/slack-webhook-url" } }],
      },
    });
  });

  it("is ready once the secrets are asked for", () => {
    const terraform = Terraform.of((scope) => {
      const props = {
        cluster,
        accountId: "1",
        namespace: "services",
        replicas: 1,
        readers,
        secrets: [],
      };
      const stores = { secretsManager: true, parameterStore: false };
      const first = new ExternalSecrets(scope, "first", { ...props, stores });
      new ExternalSecrets(scope, "second", { ...props, stores, after: [first] });
    });

    expect(releases(terraform)["second_release"]?.depends_on).toContain("helm_release.first_secrets");
  });

  it.each([
    {
      stores: { secretsManager: true, parameterStore: false },
      objects: [store("aws-secretsmanager-apps", "SecretsManager")],
      allowed: [secretsManager],
    },
    {
      stores: { secretsManager: false, parameterStore: true },
      objects: [store("aws-parameterstore-apps", "ParameterStore")],
      allowed: [parameterStore],
    },
    {
      stores: { secretsManager: true, parameterStore: true },
      objects: [
        store("aws-secretsmanager-apps", "SecretsManager"),
        store("aws-parameterstore-apps", "ParameterStore"),
      ],
      allowed: [secretsManager, parameterStore],
    },
  ])("reads the stores $stores and has permission for no other", ({ stores, objects, allowed }) => {
    const terraform = externalSecrets({ stores });

    expect(objectsOf(terraform, "stores")).toEqual(objects);
    expect(statements(terraform)).toEqual(allowed);
  });

  it("may read the names of a store and no others: all that begin alike, or one", () => {
    const names = ["govuk/signon/*", "govuk/licensify"];

    expect(statements(externalSecrets({ readers: [{ ...readers[0]!, names }] }))[0].Resource).toEqual([
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:govuk/signon/*",
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:govuk/licensify-??????",
    ]);
  });

  it.each([
    { of: cluster, identity: "IRSA" },
    { of: podIdentityCluster, identity: "Pod Identity" },
  ])("reads nothing itself, and takes the role of each store by $identity", ({ of }) => {
    const actions = ["sts:AssumeRole", "sts:TagSession"];
    const terraform = externalSecrets({ cluster: of });
    const own = terraform.named(IamRolePolicy)["external-secrets_service-account_permissions"]!;
    const trust = terraform.named(IamRole)["external-secrets_reader-apps_role"]!.assume_role_policy;

    expect(JSON.parse(own.policy as string).Statement).toEqual([
      {
        Effect: "Allow",
        Action: actions,
        Resource: [`arn:aws:iam::123456789012:role/external-secrets/${of.name}/*`],
      },
    ]);
    expect(JSON.parse(trust as string).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { AWS: "${aws_iam_role.external-secrets_service-account_role.arn}" },
        Action: actions,
      },
    ]);
  });

  it("knows only stores that the platform makes, which serve the namespaces that they name", () => {
    expect(operatorWith()).toMatchObject({
      processSecretStore: false,
      processClusterExternalSecret: false,
      processClusterGenerator: false,
      processPushSecret: false,
      processClusterPushSecret: false,
    });
  });

  it("makes no tokens of service accounts, and widens none of Kubernetes's own roles that write", () => {
    expect(operatorWith().rbac).toEqual({
      serviceAccountTokenCreate: false,
      servicebindings: { create: false },
      aggregateToEdit: false,
      aggregateToAdmin: false,
    });
  });

  it("copies a whole secret, and looks for a new value every hour", () => {
    const secrets = [{ path: "govuk/dex/github", name: "govuk-dex-github", namespace: "services" }];

    expect(objectsOf(externalSecrets({ secrets }), "secrets")).toEqual([
      {
        apiVersion: "external-secrets.io/v1",
        kind: "ExternalSecret",
        metadata: { name: "govuk-dex-github", namespace: "services" },
        spec: {
          refreshInterval: "1h",
          secretStoreRef: { kind: "ClusterSecretStore", name: "aws-secretsmanager-platform" },
          target: { name: "govuk-dex-github", creationPolicy: "Owner" },
          dataFrom: [{ extract: { key: "govuk/dex/github" } }],
        },
      },
    ]);
  });

  it("copies only the keys it is told to", () => {
    const secrets = [
      { path: "govuk/logit-host", name: "logit-host", namespace: "services", keys: ["host", "port"] },
    ];
    const [{ spec }] = objectsOf(externalSecrets({ secrets }), "secrets") as [Block];

    expect(spec.data).toEqual([
      { secretKey: "host", remoteRef: { key: "govuk/logit-host", property: "host" } },
      { secretKey: "port", remoteRef: { key: "govuk/logit-host", property: "port" } },
    ]);
    expect(spec).not.toHaveProperty("dataFrom");
  });

  it("runs each of its parts as often as it is told, spread by the labels of their pods", () => {
    const { webhook, certController, ...controller } = operatorWith({ replicas: 3 });
    const parts = { "": controller, "-webhook": webhook, "-cert-controller": certController };

    for (const [suffix, part] of Object.entries(parts)) {
      expect(part).toMatchObject({
        replicaCount: 3,
        podDisruptionBudget: { enabled: false },
        priorityClassName: "system-cluster-critical",
      });
      expect(part.topologySpreadConstraints[0].labelSelector.matchLabels).toEqual({
        "app.kubernetes.io/name": `external-secrets${suffix}`,
      });
      expect(part.resources.requests).toEqual({ cpu: expect.any(String), memory: expect.any(String) });
    }
  });

  it("lets the node of a single replica be drained", () => {
    const { webhook, certController, podDisruptionBudget } = operatorWith({ replicas: 1 });

    expect([podDisruptionBudget, webhook.podDisruptionBudget, certController.podDisruptionBudget]).toEqual(
      Array(3).fill({ enabled: false }),
    );
  });

  it("lets one replica at a time write secrets", () => {
    expect(operatorWith().leaderElect).toBe(true);
  });

  it("is scraped by Prometheus, whatever Helm knows of monitors", () => {
    expect(operatorWith().serviceMonitor).toEqual({ enabled: true, renderMode: "alwaysRender" });
  });

  it("leaves every secret of the cluster where it is when the release goes", () => {
    expect(operatorWith().crds.annotations).toEqual({ "helm.sh/resource-policy": "keep" });
  });

  it("goes back to the version before where an upgrade fails", () => {
    expect(releases(externalSecrets())["external-secrets_release"]?.atomic).toBe(true);
  });

  it("runs as the service account that its role trusts", () => {
    const terraform = externalSecrets();

    expect(terraform.named(IamRole)["external-secrets_service-account_role"]!.assume_role_policy).toContain(
      "system:serviceaccount:services:external-secrets",
    );
    expect(operatorWith().serviceAccount).toEqual({
      name: "external-secrets",
      annotations: {
        "eks.amazonaws.com/role-arn": "${aws_iam_role.external-secrets_service-account_role.arn}",
      },
    });
  });

  it("gets its role by association where the cluster uses Pod Identity, with the same stores", () => {
    const terraform = externalSecrets({ cluster: podIdentityCluster });

    expect(terraform.only(EksPodIdentityAssociation)).toMatchObject({
      namespace: "services",
      service_account: "external-secrets",
    });
    expect(operatorWith({ cluster: podIdentityCluster }).serviceAccount.annotations).toEqual({});
    expect(objectsOf(terraform, "stores")).toEqual(objectsOf(externalSecrets(), "stores"));
  });

  it("starts after its permissions", () => {
    expect(releases(externalSecrets())["external-secrets_release"]?.depends_on).toEqual([
      "aws_iam_role_policy.external-secrets_service-account_permissions",
    ]);
  });

  it("comes from mirrors where there are some", () => {
    const registries = {
      "ghcr.io": "mirror.example/github",
      "charts.external-secrets.io": "oci://mirror.example/charts",
    };
    const { image, webhook, certController } = operatorWith({ registries });

    expect([image, webhook.image, certController.image]).toEqual(
      Array(3).fill({ repository: "mirror.example/github/external-secrets/external-secrets" }),
    );
    expect(releases(externalSecrets({ registries }))["external-secrets_release"]?.repository).toBe(
      "oci://mirror.example/charts",
    );
  });

  it("lets the environment have the last word on values", () => {
    const { webhook } = operatorWith({ values: { webhook: { replicaCount: 5 } } });

    expect(webhook).toMatchObject({ replicaCount: 5, priorityClassName: "system-cluster-critical" });
  });
});
