import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { ArgoCd, type ArgoCdProps } from "../../../src/addons/argo-cd/argo-cd";
import type { ArgoCdProject } from "../../../src/addons/argo-cd/projects";
import { cluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const project: ArgoCdProject = {
  name: "search",
  description: "What search looks after",
  repositories: ["https://github.com/alphagov/search-api"],
  namespaces: ["apps"],
  clusterKinds: [{ group: "", kind: "Namespace", name: "apps" }],
  namespaceKinds: [{ group: "apps", kind: "Deployment" }],
};

const slack = { tokenPath: "govuk/argocd/slack", channel: "deploys", triggers: ["on-sync-failed"] } as const;
const deployments = { url: "http://workflows.example/events", serviceAccount: "argo-cd-events" };

const argoCd = (props: Partial<ArgoCdProps> = {}) =>
  Terraform.of(
    (scope) =>
      new ArgoCd(scope, "argo-cd", {
        cluster,
        namespace: "cluster-services",
        replicas: 3,
        loadBalancerName: "argo",
        banner: { text: "production", colour: "#d4351c" },
        users: { administrators: "alphagov:deployers", readers: ["alphagov:readers"] },
        provider: "Entra ID",
        projects: [project],
        bootstrap: {
          name: "app-config",
          project: "platform",
          repository: "https://github.com/alphagov/charts",
          revision: "main",
          path: "charts/app-config",
          namespace: "cluster-services",
          valuesFiles: ["values-production.yaml"],
        },
        repositories: [{ url: "https://github.com/alphagov", path: "govuk/argocd/github-app" }],
        notifications: { slack, deployments },
        ...props,
      }),
  );

const valuesWith = (props?: Partial<ArgoCdProps>) =>
  valuesOf(argoCd(props).named(Release)["argo-cd_release"]!);

const objectsOf = (
  release: "credentials" | "projects" | "disruption-budgets_release",
  props?: Partial<ArgoCdProps>,
): Block[] => valuesOf(argoCd(props).named(Release)[`argo-cd_${release}`]!).objects;

const only = (objects: readonly Block[], kind: string): Block => {
  const found = objects.filter((object) => object.kind === kind);
  expect(found, kind).toHaveLength(1);
  return found[0]!;
};

describe("ArgoCd", () => {
  it("is found under the cluster's zone, where its Ingress answers", () => {
    const { global, configs } = valuesWith();

    expect(global.domain).toBe("argo.eks.test.govuk.digital");
    expect(configs.cm.url).toBe("https://argo.eks.test.govuk.digital");
  });

  it("signs people in through Dex with the credentials that Dex has for it", () => {
    expect(JSON.parse(valuesWith().configs.cm["oidc.config"])).toMatchObject({
      issuer: "https://dex.eks.test.govuk.digital",
      clientID: "$dex-client-argocd:clientID",
      clientSecret: "$dex-client-argocd:clientSecret",
      // Client of the command line at Dex, which can keep no secret.
      cliClientID: "argo-cd-cli",
      requestedScopes: expect.arrayContaining(["groups"]),
    });
    expect(valuesWith().dex).toEqual({ enabled: false });
  });

  it("lets nobody in who has not signed in, has no account of its own and opens no shell", () => {
    expect(valuesWith().configs.cm).toMatchObject({
      "users.anonymous.enabled": false,
      "admin.enabled": false,
      "exec.enabled": false,
    });
  });

  it("lets one team do everything, others look and everybody else nothing", () => {
    expect(valuesWith().configs.rbac).toEqual({
      "policy.default": "",
      "policy.csv": "g, alphagov:deployers, role:admin\ng, alphagov:readers, role:readonly",
      scopes: "[groups]",
    });
  });

  it("makes everybody an administrator where there are no teams", () => {
    expect(valuesWith({ users: "all-administrators" }).configs.rbac).toMatchObject({
      "policy.default": "role:admin",
      "policy.csv": "",
    });
  });

  it("compares with Git every five minutes", () => {
    expect(valuesWith().configs.cm["timeout.reconciliation"]).toBe("300s");
  });

  it.each([
    ["#d4351c", "#ffffff"],
    ["#ffdd00", "#0b0c0c"],
  ])("says on %s, in letters that can be read, which environment it is", (colour, letters) => {
    const { cm, styles } = valuesWith({ banner: { text: "production", colour } }).configs;

    expect(cm).toMatchObject({ "ui.bannercontent": "production", "ui.bannerpermanent": true });
    expect(styles).toBe(`.ui-banner { background-color: ${colour}; color: ${letters}; }`);
  });

  it("leaves TLS to its load balancer, which sends gRPC to a service of its own", () => {
    const { configs, server } = valuesWith();

    expect(configs.params).toEqual({
      "server.insecure": true,
      "controller.sync.timeout.seconds": 300,
      "applicationsetcontroller.policy": "sync",
    });
    expect(server.ingress).toMatchObject({
      controller: "aws",
      ingressClassName: "aws-alb",
      annotations: {
        "alb.ingress.kubernetes.io/load-balancer-name": "argo",
        "alb.ingress.kubernetes.io/ssl-redirect": "443",
      },
      aws: {
        serviceType: "ClusterIP",
        backendProtocolVersion: "GRPC",
        // A gRPC server that is well does not have the method that it is asked for.
        serviceAnnotations: { "alb.ingress.kubernetes.io/success-codes": "12" },
      },
    });
  });

  it("leaves its objects when it is removed, and network policies to the platform", () => {
    const { crds, global } = valuesWith();

    expect(crds).toEqual({ install: true, keep: true });
    expect(global.networkPolicy).toEqual({ create: false });
  });

  it("runs in copies but for its controller and its messenger, which would do things twice", () => {
    const { server, repoServer, applicationSet, controller, notifications } = valuesWith();

    expect([server, repoServer, applicationSet].map(({ replicas }) => replicas)).toEqual([3, 3, 3]);
    expect(server.pdb).toEqual({ enabled: false });
    expect(objectsOf("disruption-budgets_release").map(({ metadata }) => metadata.name)).toEqual([
      "argocd-server",
      "argocd-repo-server",
      "argocd-applicationset-controller",
    ]);
    expect(controller.replicas).toBe(1);
    expect(notifications.replicas).toBeUndefined();
  });

  it("caches in three servers where there are three copies, and in one where there are fewer", () => {
    expect(valuesWith({ replicas: 3 })["redis-ha"]).toMatchObject({ enabled: true, replicas: 3 });
    expect(valuesWith({ replicas: 2 })["redis-ha"]).toBeUndefined();
    expect(valuesWith({ replicas: 2 }).redis.exporter.enabled).toBe(true);
  });

  it.each(["controller", "server", "repoServer", "applicationSet", "notifications"])(
    "has its %s scraped by Prometheus",
    (component) => {
      expect(valuesWith()[component].metrics).toEqual({ enabled: true, serviceMonitor: { enabled: true } });
    },
  );

  it("comes from mirrors where there are any", () => {
    const registries = { "quay.io": "mirror.example/quay", "public.ecr.aws": "mirror.example/ecr" };
    const { global, "redis-ha": redis } = valuesWith({ registries });

    expect(global.image.repository).toBe("mirror.example/quay/argoproj/argocd");
    expect([redis.image.repository, redis.haproxy.image.repository]).toEqual([
      "mirror.example/ecr/docker/library/redis",
      "mirror.example/ecr/docker/library/haproxy",
    ]);
  });

  it("lets the environment have the last word on values", () => {
    expect(valuesWith({ values: { controller: { replicas: 2 } } }).controller.replicas).toBe(2);
  });
});

describe("ArgoCd's projects", () => {
  it("keep a team to its repositories, namespaces and kinds", () => {
    expect(only(objectsOf("projects"), "AppProject").spec).toMatchObject({
      sourceRepos: ["https://github.com/alphagov/search-api"],
      destinations: [{ server: "https://kubernetes.default.svc", namespace: "apps" }],
      clusterResourceWhitelist: [{ group: "", kind: "Namespace", name: "apps" }],
      namespaceResourceWhitelist: [{ group: "apps", kind: "Deployment" }],
      roles: [],
      syncWindows: [],
    });
  });

  it("let operators synchronise and restart what is in the project and nothing else", () => {
    const projects = [{ ...project, operators: ["alphagov:search"] }];
    const { roles } = only(objectsOf("projects", { projects }), "AppProject").spec;

    expect(roles).toMatchObject([{ name: "operator", groups: ["alphagov:search"] }]);
    expect(roles[0].policies).toContain("p, proj:search:operator, applications, sync, search/*, allow");
    for (const policy of roles[0].policies) {
      expect(policy).toMatch(
        /^p, proj:search:operator, (?:applications|logs), (?!\*|delete|override)\S+, search\/\*, allow$/,
      );
    }
  });

  it("let makers make and change the project's applications, and neither remove them nor apply what no Git has", () => {
    const projects = [{ ...project, makers: ["alphagov:search"] }];
    const { roles } = only(objectsOf("projects", { projects }), "AppProject").spec;

    expect(roles).toMatchObject([{ name: "maker", groups: ["alphagov:search"] }]);
    for (const action of ["create", "update", "sync"]) {
      expect(roles[0].policies).toContain(`p, proj:search:maker, applications, ${action}, search/*, allow`);
    }
    for (const policy of roles[0].policies) {
      expect(policy).toMatch(
        /^p, proj:search:maker, (?:applications|logs), (?!\*|delete|override)\S+, search\/\*, allow$/,
      );
    }
  });

  it("can be kept from changing anything for a time", () => {
    const window = {
      kind: "deny",
      schedule: "0 17 * * 5",
      duration: "63h",
      timeZone: "Europe/London",
      manualSync: true,
    } as const;
    const projects = [{ ...project, syncWindows: [window] }];

    expect(only(objectsOf("projects", { projects }), "AppProject").spec.syncWindows).toEqual([
      { ...window, applications: ["*"] },
    ]);
  });

  it("tell the team's own channel", () => {
    const projects = [{ ...project, channels: { "on-sync-failed": "govuk-search" } }];

    expect(only(objectsOf("projects", { projects }), "AppProject").metadata.annotations).toEqual({
      "notifications.argoproj.io/subscribe.on-sync-failed.slack": "govuk-search",
    });
  });

  it("come after the release that brings their kind", () => {
    expect(argoCd().named(Release)["argo-cd_projects"]?.depends_on).toEqual(["helm_release.argo-cd_release"]);
  });
});

describe("ArgoCd's first application", () => {
  it("is changed as Git is, removes what is gone from there and undoes what people do by hand", () => {
    const { spec } = only(objectsOf("projects"), "Application");

    expect(spec.source).toEqual({
      repoURL: "https://github.com/alphagov/charts",
      targetRevision: "main",
      path: "charts/app-config",
      helm: { valueFiles: ["values-production.yaml"] },
    });
    expect(spec.syncPolicy.automated).toEqual({ prune: true, selfHeal: true });
  });

  it("leaves applications running should it be deleted", () => {
    expect(only(objectsOf("projects"), "Application").metadata).not.toHaveProperty("finalizers");
  });

  it("is left out of a cluster without applications", () => {
    expect(objectsOf("projects", { bootstrap: false }).map(({ kind }) => kind)).toEqual(["AppProject"]);
  });
});

describe("ArgoCd's credentials", () => {
  it("for repositories come from Secrets Manager with the label that it finds them by", () => {
    const [credentials] = objectsOf("credentials");

    expect(credentials).toMatchObject({
      kind: "ExternalSecret",
      metadata: { name: "argo-cd-github-com-alphagov" },
      spec: {
        target: {
          template: {
            metadata: { labels: { "argocd.argoproj.io/secret-type": "repo-creds" } },
            mergePolicy: "Merge",
            data: { type: "git", url: "https://github.com/alphagov" },
          },
        },
        dataFrom: [{ extract: { key: "govuk/argocd/github-app" } }],
      },
    });
  });

  it("for events are a service account's token, which Slack's is put beside", () => {
    const objects = objectsOf("credentials", { repositories: [] });

    expect(only(objects, "Secret")).toMatchObject({
      metadata: {
        name: "argocd-notifications-secret",
        annotations: { "kubernetes.io/service-account.name": "argo-cd-events" },
      },
      type: "kubernetes.io/service-account-token",
    });
    expect(only(objects, "ExternalSecret").spec.data).toEqual([
      { secretKey: "slack-token", remoteRef: { key: "govuk/argocd/slack", property: "slack-token" } },
    ]);
    expect(only(objects, "ExternalSecret").spec.target).toEqual({
      name: "argocd-notifications-secret",
      creationPolicy: "Merge",
    });
  });

  it("for Slack stand alone where no events are sent", () => {
    const notifications = { slack, deployments: false } as const;
    const objects = objectsOf("credentials", { repositories: [], notifications });

    expect(objects.map(({ kind }) => kind)).toEqual(["ExternalSecret"]);
    expect(objects[0]!.spec.target.creationPolicy).toBe("Owner");
  });

  it("are there before it starts", () => {
    expect(argoCd().named(Release)["argo-cd_release"]?.depends_on).toEqual([
      "helm_release.argo-cd_credentials",
    ]);
  });

  it("are none where it needs none", () => {
    const notifications = { slack: false, deployments: false } as const;
    const releases = argoCd({ repositories: [], notifications }).named(Release);

    expect(Object.keys(releases).sort()).toEqual([
      "argo-cd_disruption-budgets_release",
      "argo-cd_projects",
      "argo-cd_release",
    ]);
  });
});

describe("ArgoCd's notifications", () => {
  it("send Slack what is asked for and workflows what was deployed", () => {
    expect(valuesWith().notifications.subscriptions).toEqual([
      { recipients: ["slack:deploys"], triggers: ["on-sync-failed"] },
      { recipients: ["argo-workflows"], triggers: ["on-deployed"] },
    ]);
  });

  it("sign in to Slack and to workflows with keys of the one Secret that they may name", () => {
    const { notifiers, secret } = valuesWith().notifications;

    expect(secret).toEqual({ create: false, name: "argocd-notifications-secret" });
    expect(JSON.parse(notifiers["service.slack"])).toEqual({ token: "$slack-token" });
    expect(JSON.parse(notifiers["service.webhook.argo-workflows"])).toMatchObject({
      url: deployments.url,
      headers: expect.arrayContaining([{ name: "Authorization", value: "Bearer $token" }]),
    });
  });

  it("have a template for every trigger and a trigger for everything that is subscribed to", () => {
    const { triggers, templates, subscriptions } = valuesWith().notifications;
    const sent = Object.values<string>(triggers).flatMap((text) =>
      (JSON.parse(text) as Block[]).flatMap(({ send }) => send),
    );

    expect(Object.keys(templates).sort()).toEqual(sent.map((name) => `template.${name}`).sort());
    for (const { triggers: names } of subscriptions) {
      expect(Object.keys(triggers)).toEqual(
        expect.arrayContaining(names.map((name: string) => `trigger.${name}`)),
      );
    }
  });

  it("tell workflows once of each deployment, when all that it changed is well", () => {
    const [{ when, oncePer }] = JSON.parse(valuesWith().notifications.triggers["trigger.on-deployed"]);

    expect(oncePer).toBe("app.status.operationState.finishedAt");
    expect(when.split(" and ")).toEqual([
      "app.status.operationState != nil",
      "app.status.operationState.phase == 'Succeeded'",
      "app.status.health.status == 'Healthy'",
      "app.status.sync.status == 'Synced'",
    ]);
  });

  it("tell of what was applied, not of pods that are left of what ran before", () => {
    const { body } = JSON.parse(valuesWith().notifications.templates["template.on-deployed"]).webhook[
      "argo-workflows"
    ];

    expect(body).toContain("range .app.status.operationState.syncResult.resources");
    expect(body).not.toContain("summary.images");
  });

  it("are switched off where nobody wants to hear anything", () => {
    const notifications = { slack: false, deployments: false } as const;

    expect(valuesWith({ notifications }).notifications.enabled).toBe(false);
  });
});
