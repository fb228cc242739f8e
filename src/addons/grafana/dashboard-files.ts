import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { dashboardJson } from "./dashboards/json";
import type { Dashboard } from "./dashboards/model";

export interface GrafanaDashboardsProps {
  /** The namespace of Grafana, and the only one that it looks for dashboards in. */
  readonly namespace: string;
  readonly dashboards: readonly Dashboard[];

  /** Time zone in which they show times. */
  readonly timeZone: string;

  /** @default - nothing */
  readonly after?: After;
}

/** Label of ConfigMaps whose files are dashboards. */
export const DASHBOARD_LABEL = "grafana_dashboard";

/** Annotation with the folder that they are shown in. */
export const FOLDER_ANNOTATION = "grafana_folder";

/** The Role that lets Grafana's sidecar read ConfigMaps, and no Secret as its chart's own would. */
export const READER_ROLE = "grafana-dashboards-reader";

/**
 * Dashboards as ConfigMaps that Grafana's sidecar finds by their label.
 *
 * @throws where Grafana would show one of them instead of another, or refuse it
 * @see https://github.com/grafana-community/helm-charts/tree/main/charts/grafana#sidecar-for-dashboards
 */
export class GrafanaDashboards extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: GrafanaDashboardsProps) {
    super(scope, id);
    const { namespace, dashboards, timeZone, after } = props;
    const problems = problemsOf(dashboards);
    if (problems.length > 0) {
      throw new Error(problems.join("\n"));
    }

    this.ready = new Manifests(this, "release", {
      namespace,
      releaseName: "grafana-dashboards",
      objects: [
        reader(namespace),
        ...dashboards.map((dashboard) => configMap(dashboard, namespace, timeZone)),
      ],
      after,
    }).ready;
  }
}

/** A part of its address, and of the name of its ConfigMap. */
const UID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Grafana takes no longer one. */
const LONGEST = 40;

const problemsOf = (dashboards: readonly Dashboard[]): string[] =>
  dashboards.flatMap(({ uid }, index) => {
    const first = dashboards.findIndex((other) => other.uid === uid);
    return [
      ...(UID.test(uid) && uid.length <= LONGEST
        ? []
        : [
            `dashboards[${index}].uid: expected a name in kebab-case of up to ${LONGEST} characters, got "${uid}"; ` +
              "its address and its ConfigMap are called after it",
          ]),
      ...(first === index
        ? []
        : [
            `dashboards[${index}].uid: expected a uid of its own, got "${uid}", which dashboards[${first}] has; ` +
              "rename one of the two",
          ]),
    ];
  });

const configMap = (dashboard: Dashboard, namespace: string, timeZone: string): Manifest => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: {
    name: `dashboard-${dashboard.uid}`,
    namespace,
    labels: { [DASHBOARD_LABEL]: "1" },
    annotations: { [FOLDER_ANNOTATION]: "Platform" },
  },
  data: { [`${dashboard.uid}.json`]: JSON.stringify(dashboardJson(dashboard, timeZone)) },
});

const reader = (namespace: string): Manifest => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "Role",
  metadata: { name: READER_ROLE, namespace },
  rules: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get", "list", "watch"] }],
});
