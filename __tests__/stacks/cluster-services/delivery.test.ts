import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { organisation, tenants } from "../../support/organisation";
import { permanentSettings } from "../../../src/platform/environments";
import { ephemeral } from "../../support/organisation";
import { namespaceNames } from "../../../src/settings/namespaces/namespaces";
import { COMMON_KINDS, isOfPlatform } from "../../../src/settings/namespaces/argo-kinds";
import { oneClusterOf, type OneCluster, testEnvironment } from "../../support/environments";
import type { ArgoCdConfig } from "../../../src/addons/argo-cd/settings";
import type { ChartsLayoutConfig } from "../../../src/settings/organisation/charts-layout-schema";
import { argoProjects } from "../../../src/stacks/cluster-services/argo-projects";
import { clusterServicesWith } from "../../support/stacks";
import { application, smallTenants, team } from "../../support/tenants";
import { type Block, type Terraform, valuesOf } from "../../support/terraform";

const stack = (settings: OneCluster = {}, tenants = smallTenants): Terraform =>
  clusterServicesWith(settings, tenants);

const releasesOf = (terraform: Terraform): Record<string, Block> => terraform.named(Release);
const objectsOf = (terraform: Terraform, release: string): Block[] =>
  valuesOf(releasesOf(terraform)[release]!).objects;

const named = (objects: readonly Block[], kind: string, name: string): Block =>
  objects.find((object) => object.kind === kind && object.metadata.name === name)!;

const production = stack();

/** Stack with charts that were made for this platform, so that each team has a project. */
const withOwnCharts = (tenants = smallTenants): Terraform =>
  stack(
    { addons: { argoCd: { charts: { repository: "alphagov/charts", branch: "main", layout: "own" } } } },
    tenants,
  );

const ownCharts = withOwnCharts();

const settingsOf = (name: string): OneCluster =>
  oneClusterOf(permanentSettings.find((settings) => settings.name === name)!);
const inEphemeral = stack(oneClusterOf(ephemeral({ id: "eph-abc" })));

describe("delivery", () => {
  it.each(["argo-cd_release", "argo-workflows_release"])(
    "installs %s after its credentials at Dex and the controller that its Ingress needs",
    (release) => {
      expect(releasesOf(production)[release]?.depends_on).toEqual(
        expect.arrayContaining([
          "helm_release.dex_clients_copies",
          "helm_release.aws-load-balancer-controller_release",
        ]),
      );
    },
  );

  it("lets the team that may change things administer, and the others look", () => {
    const { rbac } = valuesOf(releasesOf(production)["argo-cd_release"]!).configs;

    expect(rbac["policy.csv"]).toBe(
      [
        "g, alphagov:gov-uk-production-deploy, role:admin",
        "g, alphagov:gov-uk, role:readonly",
        "g, alphagov:gov-uk-ithc-and-penetration-testing, role:readonly",
        "g, alphagov:gov-uk-licensing-support, role:readonly",
        "g, alphagov:gov-uk-platform-engineering, role:readonly",
        "g, alphagov:gov-uk-search, role:readonly",
        "g, alphagov:national-data-library, role:readonly",
      ].join("\n"),
    );
  });

  it("lets no team apply what bounds a namespace or gives rights, its own Namespace included", () => {
    const projects = objectsOf(withOwnCharts(tenants), "argo-cd_projects").filter(
      ({ kind, metadata }) => kind === "AppProject" && metadata.name !== "platform",
    );
    const mayApply = projects.flatMap(({ metadata, spec }) =>
      [spec.clusterResourceWhitelist, spec.namespaceResourceWhitelist]
        .flat()
        .filter(
          ({ group, kind }: Block) =>
            group === "*" || kind === "*" || isOfPlatform({ group: group as string, kind: kind as string }),
        )
        .map(({ kind }: Block) => `${metadata.name as string}: ${kind as string}`),
    );

    expect(projects.length).toBeGreaterThan(5);
    expect(mayApply).toEqual([]);
    expect(projects.flatMap(({ spec }) => spec.clusterResourceWhitelist)).toEqual([]);
  });

  it("gives each team a project with its repositories and namespaces, frozen over the weekend", () => {
    const { metadata, spec } = named(objectsOf(ownCharts, "argo-cd_projects"), "AppProject", team.name);

    expect(spec.sourceRepos).toEqual([
      "git@github.com:alphagov/charts",
      "https://github.com/alphagov/search-api",
    ]);
    expect(spec.destinations.map(({ namespace }: Block) => namespace)).toEqual(["apps"]);
    expect(spec.clusterResourceWhitelist).toEqual([]);
    expect(spec.roles[0].groups).toEqual([team.group]);
    expect(spec.syncWindows).toEqual([
      {
        kind: "deny",
        schedule: "0 17 * * 5",
        duration: "63h",
        timeZone: "Europe/London",
        manualSync: true,
        applications: ["*"],
      },
    ]);
    expect(metadata.annotations).toMatchObject({
      "notifications.argoproj.io/subscribe.on-sync-failed.slack": "govuk-search",
    });
  });

  it.each(["Secret", "Role", "RoleBinding", "ResourceQuota", "LimitRange", "NetworkPolicy", "AppProject"])(
    "lets no team make a %s, unless it says so",
    (kind) => {
      const { spec } = named(objectsOf(ownCharts, "argo-cd_projects"), "AppProject", team.name);

      expect(spec.namespaceResourceWhitelist.map((allowed: Block) => allowed.kind)).not.toContain(kind);
    },
  );

  it("lets a team make what all may and what it says, and nothing else", () => {
    const kinds = [{ group: "argoproj.io", kind: "CronWorkflow" }];
    const teams = [{ ...team, kinds }];
    const objects = objectsOf(withOwnCharts({ ...smallTenants, teams }), "argo-cd_projects");

    expect(named(objects, "AppProject", team.name).spec.namespaceResourceWhitelist).toEqual([
      ...COMMON_KINDS,
      ...kinds,
    ]);
  });

  it("lets a team deploy from its own repositories, not from another team's", () => {
    const other = { ...team, name: "licensing", namespaces: ["licensify"] };
    const tenants = { ...smallTenants, teams: [team, other] };
    const { spec } = named(objectsOf(withOwnCharts(tenants), "argo-cd_projects"), "AppProject", other.name);

    expect(spec.sourceRepos).toEqual(["git@github.com:alphagov/charts"]);
    expect(spec.destinations.map(({ namespace }: Block) => namespace)).toEqual(["licensify"]);
  });

  it("lets the platform deploy to every namespace of its own, teams' and Kubernetes'", () => {
    const { spec } = named(objectsOf(production, "argo-cd_projects"), "AppProject", "platform");

    expect(spec.destinations.map(({ namespace }: Block) => namespace)).toEqual([
      ...namespaceNames(organisation),
      "kube-system",
    ]);
  });

  it("lets an application without a project do nothing", () => {
    expect(named(objectsOf(ownCharts, "argo-cd_projects"), "AppProject", "default").spec).toMatchObject({
      sourceRepos: [],
      destinations: [],
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [],
    });
  });

  it("gives a layout's charts their projects, values and namespace, and clones them as they say", () => {
    const objects = objectsOf(production, "argo-cd_projects");
    const { spec } = named(objects, "Application", "app-config");

    expect(objects.filter(({ kind }) => kind === "AppProject").map(({ metadata }) => metadata.name)).toEqual([
      "platform",
      "govuk",
      "datagovuk",
      "monitoring",
      "govuk-operators",
      "default",
    ]);
    expect(spec.destination.namespace).toBe("apps");
    expect(spec.sources[0]).toMatchObject({
      repoURL: "git@github.com:alphagov/govuk-helm-charts",
      helm: {
        valueFiles: expect.arrayContaining(["values.yaml", "values-production.yaml"]),
        valuesObject: {
          awsAccountId: "172025368201",
          govukEnvironment: "production",
          monitoring: { enabled: false },
        },
      },
    });
    expect(named(objects, "AppProject", "govuk").spec).toMatchObject({
      sourceRepos: ["git@github.com:alphagov/govuk-helm-charts"],
      destinations: [{ namespace: "apps" }, { namespace: "licensify" }],
      roles: [{ groups: [team.group] }],
      syncWindows: [{ kind: "deny", schedule: "0 17 * * 5" }],
    });
    expect(named(objects, "AppProject", "monitoring").spec.destinations).toEqual([]);
    const credentials = objectsOf(production, "argo-cd_credentials");
    expect(
      named(credentials, "ExternalSecret", "argo-cd-github-com-alphagov-govuk-helm-charts").spec,
    ).toMatchObject({
      target: {
        template: {
          metadata: { labels: { "argocd.argoproj.io/secret-type": "repository" } },
          data: { type: "git", url: "git@github.com:alphagov/govuk-helm-charts" },
        },
      },
      dataFrom: [{ extract: { key: "govuk/argocd/deploy-key" } }],
    });
  });

  describe("an add-on that Argo CD installs", () => {
    const delivered = stack({
      addons: { reloader: { installedBy: "argo-cd" }, clusterAutoscaler: { installedBy: "argo-cd" } },
    });
    const projectsOf = (terraform: Terraform) =>
      objectsOf(terraform, "argo-cd_projects").filter(({ kind }) => kind === "AppProject");

    it("has no release, and keeps its role", () => {
      const releases = Object.keys(releasesOf(delivered));

      expect(releases).not.toContain("reloader_release");
      expect(releases).not.toContain("cluster-autoscaler_release");
      expect(Object.keys(delivered.named(IamRolePolicy))).toContain(
        "cluster-autoscaler_service-account_permissions",
      );
    });

    it("has a project for its chart alone", () => {
      expect(named(projectsOf(delivered), "AppProject", "addon-reloader").spec).toMatchObject({
        description: "Chart of the add-on reloader, and nothing else",
        sourceRepos: ["https://stakater.github.io/stakater-charts"],
        destinations: [{ server: "https://kubernetes.default.svc", namespace: "cluster-services" }],
        clusterResourceWhitelist: ["ClusterRole", "ClusterRoleBinding"].map((kind) => ({
          group: "rbac.authorization.k8s.io",
          kind,
          name: "reloader-*",
        })),
        namespaceResourceWhitelist: [
          { group: "", kind: "ServiceAccount" },
          { group: "apps", kind: "Deployment" },
          { group: "monitoring.coreos.com", kind: "PodMonitor" },
          { group: "rbac.authorization.k8s.io", kind: "Role" },
          { group: "rbac.authorization.k8s.io", kind: "RoleBinding" },
        ],
      });
      expect(projectsOf(production).map(({ metadata }) => metadata.name)).not.toContain("addon-reloader");
    });
  });

  it("has a project default even where no layout has, since Argo CD would make it with all rights", () => {
    const { argoCd } = testEnvironment.addons;
    const [[name, layout]] = Object.entries(organisation.chartsLayouts) as [[string, ChartsLayoutConfig]];
    const projects = layout.projects.filter((project) => project.name !== "default");
    const chartsLayouts = { [name]: { ...layout, projects } };
    const without = argoProjects(argoCd as ArgoCdConfig, tenants, {
      ...testEnvironment,
      organisation: { ...organisation, chartsLayouts },
    });

    expect(without.find((project) => project.name === "default")).toMatchObject({
      repositories: [],
      namespaces: [],
    });
  });

  it("starts every application from one whose values are the environment's", () => {
    const { spec } = named(objectsOf(production, "argo-cd_projects"), "Application", "app-config");

    expect(spec).toMatchObject({
      project: "platform",
      sources: [
        {
          path: "charts/app-config",
          helm: { valueFiles: expect.arrayContaining(["values-production.yaml"]) },
        },
        { repoURL: "https://github.com/alphagov/image-tags-production", ref: "tags" },
      ],
    });
  });

  it.each(organisation.promotion)("promotes from %s to the next environment, if there is one", (name) => {
    const objects = objectsOf(stack(settingsOf(name)), "delivery-workflows_templates");
    const steps: Block[] = named(
      objects,
      "WorkflowTemplate",
      "after-deployment",
    ).spec.templates[0].steps.flat();
    const promotion = steps.find(({ name: step }) => step === "deploy-image");
    const next = organisation.promotion[organisation.promotion.indexOf(name) + 1];

    expect(promotion?.arguments.parameters.find((one: Block) => one.name === "environment")?.value).toBe(
      next,
    );
    expect(
      objects.some(
        ({ kind, metadata }) => kind === "WorkflowEventBinding" && metadata.name === "image-pushed",
      ),
    ).toBe(name === "integration");
  });

  it.each([
    ["integration", "#ffdd00"],
    ["staging", "#f47738"],
    ["production", "#d4351c"],
  ])("shows people that they are in %s by the colour %s", (name, colour) => {
    const { cm, styles } = valuesOf(releasesOf(stack(settingsOf(name)))["argo-cd_release"]!).configs;

    expect(cm["ui.bannercontent"]).toBe(name);
    expect(styles).toContain(`background-color: ${colour};`);
  });

  it("sends what Argo CD deployed to where workflows listen, as the account that may", () => {
    const { notifiers } = valuesOf(releasesOf(production)["argo-cd_release"]!).notifications;
    const sender = named(objectsOf(production, "argo-cd_credentials"), "ServiceAccount", "argo-cd-events");
    const binding = named(
      objectsOf(production, "delivery-workflows_templates"),
      "RoleBinding",
      "send-application-deployed",
    );

    expect(JSON.parse(notifiers["service.webhook.argo-workflows"]).url).toBe(
      "http://argo-workflows-server.cluster-services:2746/api/v1/events/delivery/application-deployed",
    );
    expect(binding.subjects).toEqual([
      { kind: "ServiceAccount", name: sender.metadata.name, namespace: sender.metadata.namespace },
    ]);
  });

  it("tells workflows all that they ask to know of what was deployed", () => {
    const { templates } = valuesOf(releasesOf(production)["argo-cd_release"]!).notifications;
    const { body } = JSON.parse(templates["template.on-deployed"]).webhook["argo-workflows"];
    const delivery = objectsOf(production, "delivery-workflows_templates");
    const { submit } = named(delivery, "WorkflowEventBinding", "application-deployed").spec;

    expect([...body.matchAll(/"(\w+)": "/g)].map(([, key]) => key)).toEqual(
      submit.arguments.parameters.map(({ name }: Block) => name),
    );
  });

  it("tags the images of applications, which need not be called like them, and no base image", () => {
    const images = ["search-api", "search-api-learn-to-rank"];
    const applications = [{ ...application, images }];
    const policy: Block = stack({}, { ...smallTenants, applications }).named(IamRolePolicy)[
      "delivery-workflows_tagging_service-account_permissions"
    ]!;

    expect(JSON.parse(policy.policy).Statement.at(-1).Resource).toEqual([
      "arn:aws:ecr:eu-west-1:172025368201:repository/github/alphagov/govuk/search-api",
      "arn:aws:ecr:eu-west-1:172025368201:repository/github/alphagov/govuk/search-api-learn-to-rank",
    ]);
  });

  it.each([
    [undefined, ""],
    [true, ""],
    [false, "search-api"],
  ])("asks whether what has a Service is well: %s", (hasService, value) => {
    const applications = [{ ...application, ...(hasService !== undefined && { hasService }) }];
    const objects = objectsOf(stack({}, { ...smallTenants, applications }), "delivery-workflows_templates");
    const { container } = named(objects, "WorkflowTemplate", "smoke-test").spec.templates[0];

    expect(container.env).toContainEqual({ name: "WITHOUT_SERVICE", value });
  });

  it("tags nothing as long as there are no applications", () => {
    const policy: Block = stack({}, { teams: [], applications: [] }).named(IamRolePolicy)[
      "delivery-workflows_tagging_service-account_permissions"
    ]!;

    expect(policy.policy).not.toContain("ecr:");
  });

  it("lets the workflow that tags images say what came of it", () => {
    expect(valuesOf(releasesOf(production)["argo-workflows_release"]!).workflow.rbac.serviceAccounts).toEqual(
      [{ name: "add-tag-to-image-workflow", namespace: "delivery" }],
    );
  });

  it("publishes the roles that other repositories need", () => {
    expect(production.outputs()).toMatchObject({
      add_tag_to_image_service_account_name: "add-tag-to-image-workflow",
      renovate_service_account_name: "renovate-irsa",
    });
  });

  it("lets Renovate ask AWS in production only", () => {
    expect(stack(settingsOf("integration")).outputs()).not.toHaveProperty("renovate_role_arn");
    expect(stack(settingsOf("staging")).outputs()).not.toHaveProperty("renovate_role_arn");
  });

  it("delivers nothing, tells nobody and makes everybody an administrator in an ephemeral environment", () => {
    const { configs, notifications } = valuesOf(releasesOf(inEphemeral)["argo-cd_release"]!);

    expect(configs.rbac["policy.default"]).toBe("role:admin");
    expect(notifications.enabled).toBe(false);
    expect(releasesOf(inEphemeral)).not.toHaveProperty("delivery-workflows_templates");
    expect(objectsOf(inEphemeral, "argo-cd_projects").map(({ kind }) => kind)).not.toContain("Application");
  });

  it("copies passwords of registries where a registry asks for one, and has nothing of them where none does", () => {
    const imagePullSecrets = [
      {
        registry: "ghcr.io",
        repositories: ["example/forms"],
        path: "govuk/ghcr",
        namespaces: ["apps"] as const,
      },
    ];

    expect(releasesOf(production)).not.toHaveProperty("image-pull-secrets_secrets");
    expect(releasesOf(stack({ addons: { imagePullSecrets } }))).toHaveProperty("image-pull-secrets_secrets");
  });

  it("needs no workflows to deploy, and no Argo CD to run workflows", () => {
    const onlyArgoCd = stack({ addons: { argoWorkflows: false } });
    const onlyWorkflows = stack({ addons: { argoCd: false } });

    expect(valuesOf(releasesOf(onlyArgoCd)["argo-cd_release"]!).notifications.notifiers).not.toHaveProperty([
      "service.webhook.argo-workflows",
    ]);
    expect(releasesOf(onlyWorkflows)).toHaveProperty("argo-workflows_release");
    expect(releasesOf(onlyWorkflows)).not.toHaveProperty("delivery-workflows_templates");
  });
});
