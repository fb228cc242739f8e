import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Grafana, type GrafanaProps } from "../../../src/addons/grafana/grafana";
import { addonDatabase, cluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const grafana = (props: Partial<GrafanaProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Grafana(scope, "grafana", {
        cluster,
        accountId: "123456789012",
        namespace: "monitoring",
        replicas: 3,
        teams: false,
        database: addonDatabase,
        timeZone: "Europe/Paris",
        sources: {
          region: "eu-west-1",
          prometheus: "http://prometheus",
          alertmanager: "http://alertmanager",
          tempo: false,
          fleet: false,
          logs: false,
        },
        logGroups: ["/aws/eks/govuk/cluster"],
        loadBalancerName: "grafana",
        secretsPrefix: "govuk",
        secretRecoveryDays: 7,
        ...props,
      }),
  );

const release = (props?: Partial<GrafanaProps>): Block => grafana(props).named(Release)["grafana_release"]!;
const valuesWith = (props?: Partial<GrafanaProps>): Block => valuesOf(release(props));
const settings = (props?: Partial<GrafanaProps>): Block => valuesWith(props)["grafana.ini"];

describe("Grafana", () => {
  it("is found at an address of the cluster's zone", () => {
    expect(settings().server.root_url).toBe("https://grafana.eks.test.govuk.digital");
    expect(valuesWith().ingress).toMatchObject({
      enabled: true,
      ingressClassName: "aws-alb",
      hosts: ["grafana.eks.test.govuk.digital"],
      annotations: {
        "alb.ingress.kubernetes.io/load-balancer-name": "grafana",
        "alb.ingress.kubernetes.io/healthcheck-path": "/api/health",
      },
    });
  });

  it("fetches no plugin, but for the one that reads the metrics of a fleet", () => {
    const fleet = { id: "ws-1", arn: "arn:aws:aps:eu-west-1:123456789012:workspace/ws-1" };
    const sources = {
      region: "eu-west-1",
      prometheus: "",
      alertmanager: "",
      tempo: false,
      logs: false,
    } as const;

    expect(settings().plugins).toEqual({ preinstall_disabled: true, plugin_admin_enabled: false });
    expect(settings({ sources: { ...sources, fleet } }).plugins).toMatchObject({
      preinstall: "grafana-amazonprometheus-datasource@3.0.0",
      preinstall_auto_update: false,
      plugin_admin_enabled: false,
    });
  });

  it("shows the public none of its own metrics", () => {
    const { annotations, extraPaths } = valuesWith().ingress;

    expect(extraPaths).toMatchObject([
      { path: "/metrics", backend: { service: { name: "not-found", port: { name: "use-annotation" } } } },
    ]);
    expect(JSON.parse(annotations["alb.ingress.kubernetes.io/actions.not-found"])).toMatchObject({
      type: "fixed-response",
      fixedResponseConfig: { statusCode: "404" },
    });
  });

  it("has no password that could be stolen, and no administrator who would use one", () => {
    expect(settings()).toMatchObject({
      auth: { disable_login_form: true },
      "auth.basic": { enabled: false },
    });
    expect(valuesWith().env).toEqual({ GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: "true" });
    expect(valuesWith().sidecar.dashboards.skipReload).toBe(true);
  });

  it("takes every credential from a Secret", () => {
    expect(valuesWith().envValueFrom).toMatchObject({
      GF_AUTH_GENERIC_OAUTH_CLIENT_ID: { secretKeyRef: { name: "dex-client-grafana", key: "clientID" } },
      GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET: {
        secretKeyRef: { name: "dex-client-grafana", key: "clientSecret" },
      },
      GF_SECURITY_SECRET_KEY: { secretKeyRef: { name: "grafana-encryption", key: "key" } },
      GF_DATABASE_PASSWORD: { secretKeyRef: { name: "grafana-database-user-1", key: "password" } },
    });
  });

  it("encrypts what it stores with a key of its own, which it starts after", () => {
    const terraform = grafana();
    const copy = terraform.named(Release)["grafana_encryption_copy"]!;

    expect(terraform.only(SecretsmanagerSecret).name).toBe("govuk/grafana/encryption/govuk");
    expect(valuesOf(copy).objects).toMatchObject([
      {
        kind: "ExternalSecret",
        metadata: { name: "grafana-encryption", namespace: "monitoring" },
        spec: { dataFrom: [{ extract: { key: "govuk/grafana/encryption/govuk" } }] },
      },
    ]);
    expect(release().depends_on).toContain("helm_release.grafana_encryption_copy");
  });

  it("keeps users and what they save in PostgreSQL, known by the certificate of the region's authorities", () => {
    expect(settings().database).toEqual({
      type: "postgres",
      host: "db.example:5433",
      ssl_mode: "verify-full",
      ca_cert_path: "/etc/database-authorities/rds.pem",
    });
    const { extraConfigmapMounts, extraObjects } = valuesWith();
    const [{ metadata, data }] = extraObjects;
    expect(extraConfigmapMounts).toEqual([
      expect.objectContaining({ configMap: metadata.name, mountPath: "/etc/database-authorities" }),
    ]);
    expect(data["rds.pem"]).toContain("-----BEGIN CERTIFICATE-----");
    expect(valuesWith().persistence).toEqual({ enabled: false });
  });

  it("starts after its own user of the database is made, and starts anew with each password", () => {
    expect(release().depends_on).toContain("helm_release.grafana_database-user_release");
    expect(
      valuesWith({ database: { ...addonDatabase, passwordVersion: 2 } }).envValueFrom.GF_DATABASE_PASSWORD,
    ).toEqual({ secretKeyRef: { name: "grafana-database-user-2", key: "password" } });
  });

  it("keeps all but one of its replicas while nodes are drained", () => {
    expect(valuesWith()).toMatchObject({ replicas: 3, podDisruptionBudget: { minAvailable: 2 } });
    expect(valuesWith({ replicas: 1 })).not.toHaveProperty("podDisruptionBudget");
  });

  it("spreads over zones and nodes, and says what it and its sidecar need", () => {
    const { topologySpreadConstraints, resources, priorityClassName, sidecar } = valuesWith();

    expect(topologySpreadConstraints).toMatchObject(
      ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
        topologyKey,
        labelSelector: { matchLabels: { "app.kubernetes.io/name": "grafana" } },
      })),
    );
    expect(priorityClassName).toBe("system-cluster-critical");
    expect(resources).toEqual({ requests: { cpu: "100m", memory: "256Mi" }, limits: { memory: "1Gi" } });
    expect(sidecar.resources).toEqual({
      requests: { cpu: "10m", memory: "96Mi" },
      limits: { memory: "192Mi" },
    });
  });

  it("sends its cookies by TLS only, and tells nobody who looks at what", () => {
    const { security, analytics, snapshots } = settings();

    expect(security).toEqual({
      cookie_secure: true,
      disable_gravatar: true,
      strict_transport_security: true,
    });
    expect(analytics).toMatchObject({ reporting_enabled: false, check_for_updates: false });
    expect(snapshots).toEqual({ external_enabled: false });
  });

  it("keeps a file on a volume where there is no database, and lets go of it before it starts anew", () => {
    const values = valuesWith({ database: false, replicas: 1 });

    expect(values).toMatchObject({
      persistence: { enabled: true, storageClassName: "ebs-gp3" },
      deploymentStrategy: { type: "Recreate" },
    });
    expect(values["grafana.ini"]).not.toHaveProperty("database");
    expect(Object.keys(values.envValueFrom).filter((name) => name.includes("DATABASE"))).toEqual([]);
  });

  it("runs as the account that its CloudWatch role trusts", () => {
    const { assume_role_policy, name } = grafana().only(IamRole);

    expect(name).toBe("kube-prometheus-stack-grafana-govuk");
    expect(assume_role_policy).toContain("system:serviceaccount:monitoring:kube-prometheus-stack-grafana");
    expect(valuesWith().serviceAccount.name).toBe("kube-prometheus-stack-grafana");
  });

  it("reads metrics and logs of AWS, and changes nothing", () => {
    const statements: Block[] = JSON.parse(grafana().only(IamRolePolicy).policy).Statement;
    const actions: string[] = statements.flatMap(({ Action }) => Action);

    expect(actions).toContain("cloudwatch:GetMetricData");
    expect(actions.filter((action) => !/:(Describe|Get|List|Start|Stop)/.test(action))).toEqual([]);
  });

  it("reads the log groups that it is given, and no others", () => {
    const statements: Block[] = JSON.parse(grafana().only(IamRolePolicy).policy).Statement;

    expect(statements.find(({ Action }) => Action.includes("logs:StartQuery"))?.Resource).toEqual([
      "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/eks/govuk/cluster",
      "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/eks/govuk/cluster:*",
    ]);
  });

  it("does without plugins that update themselves, and so lose what they cannot write", () => {
    expect(settings().plugins).toEqual({ preinstall_disabled: true, plugin_admin_enabled: false });
  });

  it("evaluates no alerts of its own", () => {
    expect(settings().unified_alerting).toEqual({ execute_alerts: false });
  });

  it("finds dashboards in ConfigMaps of its namespace, with a Role that reads no Secret", () => {
    expect(valuesWith()).toMatchObject({
      rbac: { namespaced: true, useExistingRole: "grafana-dashboards-reader" },
      sidecar: {
        dashboards: {
          enabled: true,
          resource: "configmap",
          label: "grafana_dashboard",
          labelValue: "1",
          folderAnnotation: "grafana_folder",
          provider: { foldersFromFilesStructure: true },
        },
      },
    });
    expect(release().depends_on).toContain("helm_release.grafana_dashboards_release");
  });

  it("can write to its volumes only, and gain no privilege", () => {
    const { containerSecurityContext, sidecar, initChownData } = valuesWith();

    for (const context of [containerSecurityContext, sidecar.securityContext]) {
      expect(context).toMatchObject({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        runAsNonRoot: true,
        capabilities: { drop: ["ALL"] },
        seccompProfile: { type: "RuntimeDefault" },
      });
    }
    expect(initChownData).toEqual({ enabled: false });
  });

  it("is scraped by Prometheus", () => {
    expect(valuesWith().serviceMonitor).toEqual({ enabled: true });
  });

  it("comes from mirrors where there are any", () => {
    const registries = {
      "grafana-community.github.io": "mirror.example/charts",
      "docker.io": "mirror.example/hub",
      "quay.io": "mirror.example/quay",
    };
    const { image, sidecar } = valuesWith({ registries });

    expect(release({ registries }).repository).toBe("https://mirror.example/charts/helm-charts");
    expect(image).toEqual({ registry: "mirror.example", repository: "hub/grafana/grafana" });
    expect(sidecar.image).toEqual({ registry: "mirror.example", repository: "quay/kiwigrid/k8s-sidecar" });
  });

  it("lets the environment have the last word on values", () => {
    expect(valuesWith({ values: { sidecar: { logLevel: "DEBUG" } } }).sidecar).toMatchObject({
      logLevel: "DEBUG",
      dashboards: { enabled: true },
    });
  });
});
