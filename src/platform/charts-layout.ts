import type { RepositoryCredentialsConfig } from "../addons/argo-cd/settings";
import type { RoleConfig, VolumeConfig } from "../addons/gatekeeper/settings";
import type { OrganisationSettings } from "../settings/organisation/schema";

import { GITHUB, INTERNAL_DOMAIN, SECRETS_PREFIX } from "./names";

type Layout = NonNullable<OrganisationSettings["chartsLayouts"]>[string];
type Kind = Layout["projects"][number]["namespaceKinds"][number];

const RBAC = "rbac.authorization.k8s.io";

const kindsOf = (group: string, ...kinds: readonly string[]): Kind[] =>
  kinds.map((kind) => ({ group, kind }));

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
        // Templates of tests, which nothing runs: workflows of delivery are in a namespace of their own.
        ...kindsOf("argoproj.io", "WorkflowTemplate"),
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
        "Charts bind exports of EFS by name, and let the job that tells of a migration read that job; addons.gatekeeper bounds both by volumes and roles.",
    },
    {
      name: "datagovuk",
      description: "Applications of data.gov.uk, from charts of its own",
      repositories: [`https://github.com/${GITHUB}/govuk-dgu-charts`],
      namespaces: ["datagovuk"],
      namespaceKinds: [
        ...kindsOf("", "ConfigMap", "PersistentVolumeClaim", "Service", "ServiceAccount"),
        ...kindsOf("apps", "Deployment", "StatefulSet"),
        ...kindsOf("batch", "CronJob", "Job"),
        ...kindsOf("external-secrets.io", "ExternalSecret"),
        ...kindsOf("monitoring.coreos.com", "PodMonitor"),
        ...kindsOf("networking.k8s.io", "Ingress"),
      ],
      makers: [`${GITHUB}:national-data-library`],
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
      description: "Prober of the router",
      namespaces: ["apps"],
      namespaceKinds: [...kindsOf("", "ConfigMap", "Service"), ...kindsOf("apps", "Deployment")],
    },
  ],

  refused: {
    "argo-services":
      "It would write the ConfigMap of notifications that the add-on argoCd writes; deliveryWorkflows take its workflows' place.",
    "cluster-autoscaler":
      "The add-on clusterAutoscaler installs it: a project that lets it in could give itself the whole cluster.",
    "govuk-synthetic-test-app":
      "It would make the readers that the platform makes (clusterReaders); its job waits for an application of its own.",
    "kyverno-policies":
      "It tries policies out in a namespace of its own; the add-on kyverno has the policies.",
    "release-app": "It would make the readers that the platform makes (clusterReaders).",
    reloader:
      "The add-on reloader installs it: a project that lets it in could read every Secret of the cluster.",
    renovate: "The add-on renovate runs it, with its token in a namespace that no application shares.",
  },

  notMade: [
    {
      object: "Secret signon-app-*",
      reason: "Signon's job writes it, with the credentials of an application.",
    },
    {
      object: "Secret signon-token-*",
      reason: "Signon's job writes it, with the token by which one application calls another.",
    },
    {
      object: "Secret govuk-ci-github-creds",
      reason:
        "It can change every repository, so no application shares it: the job of metrics needs a token of its own.",
    },
    {
      object: "Service draft-smartanswers",
      reason: "The charts name it as an address, and deploy no draft of Smart Answers.",
    },
  ],
};

/** Deploy key that Argo CD clones every repository of GOV.UK with. */
export const repositories: readonly RepositoryCredentialsConfig[] = [
  { url: `git@github.com:${GITHUB}`, path: `${SECRETS_PREFIX}/${GITHUB}-repo-creds` },
];

/** Exports of EFS that the charts bind. */
export const volumes = (environment: string): readonly VolumeConfig[] =>
  Object.entries({
    "/asset-manager": "Files that publishers have uploaded.",
    "/clamav-db": "Signatures of viruses, which scanners of uploads share.",
    "/whitehall": "Files of Whitehall from before Asset Manager.",
  }).map(([path, reason]) => ({ server: `assets.${environment}.${INTERNAL_DOMAIN}`, path, reason }));

/** Rights of the charts' Roles besides reading. */
export const roles: readonly RoleConfig[] = [
  {
    namespace: "apps",
    apiGroups: ["argoproj.io"],
    resources: ["workflows"],
    verbs: ["create"],
    reason: "Job that migrates a database starts the workflow that tells its team of a failure.",
  },
  {
    namespace: "apps",
    role: "signon-secret-manager",
    apiGroups: [""],
    resources: ["secrets"],
    verbs: ["create", "patch", "update"],
    reason: "Signon writes the tokens by which applications call each other.",
  },
];
