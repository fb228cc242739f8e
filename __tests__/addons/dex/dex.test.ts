import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Dex, type DexProps } from "../../../src/addons/dex/dex";
import { cluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const dex = (props: Partial<DexProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Dex(scope, "dex", {
        cluster,
        namespace: "cluster-services",
        replicas: 2,
        provider: {
          kind: "github",
          organisations: [{ name: "alphagov", teams: ["gov-uk"] }],
          credentialsSecret: "govuk-dex-github",
        },
        deliveryNamespace: "delivery",
        monitoringNamespace: "monitoring",
        loadBalancerName: "dex",
        secretStore: "aws-secretsmanager",
        secretsPrefix: "govuk",
        secretRecoveryDays: 7,
        kubernetes: false,
        ...props,
      }),
  );

const releaseNamed = (terraform: Terraform, name: string): Block => {
  const release = terraform.all(Release).find((candidate) => candidate.name === name);
  expect(release, `release ${name}`).toBeDefined();
  return release!;
};

const valuesWith = (props?: Partial<DexProps>) => valuesOf(releaseNamed(dex(props), "dex"));

const copies = (): Block[] => valuesOf(releaseNamed(dex(), "dex-clients")).objects;

const CLIENTS = ["alertmanager", "argo-workflows", "argocd", "grafana", "prometheus"];

describe("Dex", () => {
  it("is the issuer under the cluster's zone, where its Ingress answers", () => {
    const { config, ingress } = valuesWith();

    expect(config.issuer).toBe("https://dex.eks.test.govuk.digital");
    expect(ingress.hosts[0].host).toBe("dex.eks.test.govuk.digital");
  });

  it("lets in members of the organisations, by team where teams are named", () => {
    const organisations = [{ name: "alphagov", teams: ["gov-uk", "gov-uk-ithc"] }, { name: "govuk" }];
    const provider = { kind: "github", organisations, credentialsSecret: "github" } as const;
    const [connector] = valuesWith({ provider }).config.connectors;

    expect(connector).toMatchObject({
      type: "github",
      config: {
        orgs: [{ name: "alphagov", teams: ["gov-uk", "gov-uk-ithc"] }, { name: "govuk" }],
        teamNameField: "both",
        useLoginAsID: true,
        redirectURI: "https://dex.eks.test.govuk.digital/callback",
      },
    });
  });

  it("keeps its state in the cluster, in resources it defines itself", () => {
    const { config, rbac } = valuesWith();

    expect(config.storage).toEqual({ type: "kubernetes", config: { inCluster: true } });
    expect(rbac.createClusterScoped).toBe(true);
  });

  it("does not ask people to approve each application", () => {
    expect(valuesWith().config.oauth2).toEqual({ skipApprovalScreen: true });
  });

  it("sends people back to each application's own callback", () => {
    const callbacks = valuesWith().config.staticClients.map(({ name, redirectURIs }: Block) => [
      name,
      ...redirectURIs,
    ]);

    expect(callbacks.sort()).toEqual([
      ["alertmanager", "https://alertmanager.eks.test.govuk.digital/oauth2/callback"],
      ["argo-workflows", "https://argo-workflows.eks.test.govuk.digital/oauth2/callback"],
      ["argocd on the command line", "http://localhost:8085/auth/callback"],
      ["argocd", "https://argo.eks.test.govuk.digital/auth/callback"],
      ["grafana", "https://grafana.eks.test.govuk.digital/login/generic_oauth"],
      ["prometheus", "https://prometheus.eks.test.govuk.digital/oauth2/callback"],
    ]);
  });

  it("finds every credential that its configuration names in its environment", () => {
    const { config, envVars } = valuesWith();
    const named = [
      ...Object.values<string>(config.connectors[0].config).filter((value) => String(value).startsWith("$")),
      ...config.staticClients.flatMap(({ idEnv, secretEnv }: Block) => [idEnv ?? [], secretEnv ?? []].flat()),
    ].map((name: string) => name.replace("$", ""));

    expect(named).toHaveLength(12);
    expect(envVars.map(({ name }: Block) => name).sort()).toEqual(named.sort());
  });

  it("asks for no secret of a program on people's own machines, and sends nobody from there elsewhere", () => {
    const open = valuesWith().config.staticClients.filter(({ secretEnv }: Block) => secretEnv === undefined);

    expect(open).toEqual([
      {
        name: "argocd on the command line",
        id: "argo-cd-cli",
        public: true,
        redirectURIs: ["http://localhost:8085/auth/callback"],
      },
    ]);
  });

  it("takes every variable of that environment from a Secret, so that values hold none", () => {
    const sources = valuesWith().envVars.map(({ valueFrom }: Block) => valueFrom.secretKeyRef.name);

    expect([...new Set(sources)].sort()).toEqual([
      ...CLIENTS.map((name) => `dex-client-${name}`),
      "govuk-dex-github",
    ]);
  });

  it("is public over HTTPS only, behind a load balancer of its own name", () => {
    const { annotations, className } = valuesWith({ loadBalancerName: "dex-eph-1" }).ingress;

    expect(className).toBe("aws-alb");
    expect(annotations).toMatchObject({
      "alb.ingress.kubernetes.io/load-balancer-name": "dex-eph-1",
      "alb.ingress.kubernetes.io/scheme": "internet-facing",
      "alb.ingress.kubernetes.io/ssl-redirect": "443",
      "alb.ingress.kubernetes.io/healthcheck-path": "/healthz",
    });
  });

  it("runs as an ordinary user without capabilities who can write nowhere but to /tmp", () => {
    const { securityContext, volumeMounts } = valuesWith();

    expect(securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 1001,
      runAsGroup: 1001,
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(volumeMounts).toEqual([{ name: "tmp", mountPath: "/tmp" }]);
  });

  it.each([{ replicas: 1 }, { replicas: 3 }])(
    "runs in $replicas copies, with no budget of the chart's",
    ({ replicas }) => {
      expect(valuesWith({ replicas })).toMatchObject({
        replicaCount: replicas,
        podDisruptionBudget: { enabled: false },
      });
    },
  );
});

describe("Dex's clients", () => {
  it("each have a secret of their own, named after the cluster", () => {
    const names = dex()
      .all(SecretsmanagerSecret)
      .map(({ name }) => name);

    expect(names.sort()).toEqual(CLIENTS.map((client) => `govuk/dex/clients/govuk/${client}`));
  });

  it("have random credentials, which Terraform stores without keeping them", () => {
    const version = dex().named(SecretsmanagerSecretVersion)["dex_clients_argocd_version"];
    const random = (part: string) =>
      `\${ephemeral.aws_secretsmanager_random_password.dex_clients_argocd_${part}.random_password}`;

    expect(JSON.parse(version!.secret_string_wo)).toEqual({
      clientID: random("id"),
      clientSecret: random("client-secret"),
      cookieSecret: random("cookie-secret"),
    });
    expect(version).not.toHaveProperty("secret_string");
  });

  it("have ids of 8 random bytes, and secrets that oauth2-proxy can use as cookie keys", () => {
    const passwords: Record<string, Block> = dex().json.ephemeral.aws_secretsmanager_random_password;
    const lengthOf = (part: string) => passwords[`dex_clients_grafana_${part}`]!.password_length;

    expect([lengthOf("id"), lengthOf("client-secret"), lengthOf("cookie-secret")]).toEqual([16, 32, 32]);
  });

  it("find their credentials where they run, and Dex finds everybody's", () => {
    const places = copies().map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);

    expect(places.sort()).toEqual([
      "cluster-services/dex-client-alertmanager",
      "cluster-services/dex-client-argo-workflows",
      "cluster-services/dex-client-argocd",
      "cluster-services/dex-client-grafana",
      "cluster-services/dex-client-prometheus",
      "delivery/dex-client-argo-workflows",
      "monitoring/dex-client-alertmanager",
      "monitoring/dex-client-grafana",
      "monitoring/dex-client-prometheus",
    ]);
  });

  it("get all of their secret from the cluster's store", () => {
    const copy = copies().find(({ metadata }) => metadata.name === "dex-client-grafana");

    expect(copy!.spec).toMatchObject({
      secretStoreRef: { kind: "ClusterSecretStore", name: "aws-secretsmanager" },
      target: { name: "dex-client-grafana" },
      dataFrom: [{ extract: { key: "govuk/dex/clients/govuk/grafana" } }],
    });
  });

  it("have the label without which Argo CD would not see its own", () => {
    const copy = copies().find(({ metadata }) => metadata.name === "dex-client-argocd");

    expect(copy!.spec.target.template.metadata.labels).toEqual({ "app.kubernetes.io/part-of": "argocd" });
  });

  it("have their credentials before they are copied, and copies before Dex starts", () => {
    const terraform = dex();

    expect(releaseNamed(terraform, "dex-clients").depends_on).toHaveLength(CLIENTS.length);
    expect(releaseNamed(terraform, "dex").depends_on).toEqual(["helm_release.dex_clients_copies"]);
  });
});
