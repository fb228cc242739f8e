import type { RepositoryCredentialsConfig } from "../addons/argo-cd/settings";
import type { OrganisationSettings } from "../settings/organisation/schema";

import { GITHUB, SECRETS_PREFIX } from "./names";

type Layout = NonNullable<OrganisationSettings["chartsLayouts"]>[string];
type Kind = Layout["projects"][number]["namespaceKinds"][number];

const RBAC = "rbac.authorization.k8s.io";

const kindsOf = (group: string, ...kinds: readonly string[]): Kind[] =>
  kinds.map((kind) => ({ group, kind }));

/** Kinds of both charts that the project `default` installs. */
const OF_CONTROLLERS: readonly Kind[] = [
  ...kindsOf("", "ConfigMap", "Service", "ServiceAccount"),
  ...kindsOf("apps", "Deployment"),
  ...kindsOf("batch", "CronJob"),
  ...kindsOf("monitoring.coreos.com", "PodMonitor"),
  ...kindsOf("policy", "PodDisruptionBudget"),
  ...kindsOf(RBAC, "Role", "RoleBinding"),
];

/**
 * Layout of GOV.UK's repository of charts, with projects as narrow as its charts, once rendered, allow.
 *
 * Its switch `monitoring.enabled` is off: Prometheus, its two proxies and Tempo are add-ons here, whose alerts and
 * queries the verifications test.
 *
 * @see https://github.com/alphagov/govuk-helm-charts/tree/main/charts/argo-bootstrap
 */
export const chartsLayout: Layout = {
  namespace: "apps",
  facts: {
    awsAccountId: "account",
    govukEnvironment: "environment",
    argocdUrl: "argoCdUrl",
    argoWorkflowsUrl: "argoWorkflowsUrl",
  },
  values: { monitoring: { enabled: false } },
  installs: ["clusterAutoscaler", "reloader"],

  projects: [
    {
      name: "govuk",
      description: "Applications of GOV.UK",
      namespaces: ["apps", "licensify"],
      clusterKinds: ["asset-manager-*", "licensify-clamav-db", "whitehall-admin"].map((name) => ({
        group: "",
        kind: "PersistentVolume",
        name,
      })),
      namespaceKinds: [
        ...kindsOf("", "ConfigMap", "PersistentVolumeClaim", "Service", "ServiceAccount"),
        ...kindsOf("apps", "Deployment"),
        ...kindsOf("autoscaling", "HorizontalPodAutoscaler"),
        ...kindsOf("batch", "CronJob", "Job"),
        ...kindsOf("external-secrets.io", "ExternalSecret"),
        ...kindsOf("monitoring.coreos.com", "PodMonitor"),
        ...kindsOf("networking.k8s.io", "Ingress"),
        ...kindsOf("policy", "PodDisruptionBudget"),
        ...kindsOf(RBAC, "Role", "RoleBinding"),
      ],
      teams: true,
      reason:
        "Charts bind volumes of EFS by name, and let the job that migrates a database look at its own pods.",
    },
    {
      name: "monitoring",
      description: "Nothing, while add-ons of the platform watch it",
      namespaces: [],
      namespaceKinds: [],
    },
    {
      name: "govuk-operators",
      description: "Nothing: no application is in it",
      namespaces: [],
      namespaceKinds: [],
    },
    {
      name: "default",
      description: "Controllers that the charts install, and the readers of the release application",
      repositories: ["https://kubernetes.github.io/autoscaler", "https://stakater.github.io/stakater-charts"],
      namespaces: ["apps", "licensify", "cluster-services", "kube-system"],
      clusterKinds: [
        ...["ClusterRole", "ClusterRoleBinding"].flatMap((kind) =>
          ["cluster-autoscaler-*", "reloader-*"].map((name) => ({ group: RBAC, kind, name })),
        ),
        ...["release-assumed", "synthetic-test-assumed"].map((name) => ({
          group: RBAC,
          kind: "ClusterRole",
          name,
        })),
      ],
      namespaceKinds: OF_CONTROLLERS,
      reason:
        "The autoscaler and Reloader watch the whole cluster; the release application reads pods of two namespaces.",
    },
  ],

  refused: {
    "argo-services":
      "It would write the ConfigMap of notifications that the add-on argoCd writes; deliveryWorkflows take its workflows' place.",
    "kyverno-policies":
      "It tries policies out in a namespace of its own; the add-on kyverno has the policies.",
    renovate: "The add-on renovate runs it, with its token in a namespace that no application shares.",
  },
};

/** Deploy key that Argo CD clones every repository of GOV.UK with. */
export const repositories: readonly RepositoryCredentialsConfig[] = [
  { url: `git@github.com:${GITHUB}`, path: `${SECRETS_PREFIX}/${GITHUB}-repo-creds` },
];
