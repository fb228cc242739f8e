import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImageParts, type Registries } from "../../constructs/registries";
import type { WorkloadRole } from "../../constructs/workload-role";
import { type Alerting, alertmanagerConfig } from "./alertmanager-config";
import { RECEIVERS_SECRET, type ReceiverSurroundings } from "./alertmanager-receivers";
import { ALERTMANAGER_TEMPLATES } from "./alertmanager-templates";
import { isOutside } from "../../settings/alerting/receivers-secret";
import { volume } from "./prometheus";

export interface Alertmanager {
  readonly replicas: number;
  readonly registries?: Registries;

  /** Address for users. */
  readonly alertmanagerUrl: string;
  readonly alerting: Alerting;
}

/** They tell each other what they have sent; a fourth would only have more to tell. */
const MOST_REPLICAS = 3;

/** Enough for what it has sent and what is silenced. */
const STORAGE_GIB = 10;

/** Alertmanager: who hears of alerts, and where it remembers whom it has told. */
export function alertmanagerValues(
  { alerting, alertmanagerUrl, registries, ...props }: Alertmanager,
  surroundings: ReceiverSurroundings,
  role: WorkloadRole | undefined,
): HelmValues {
  const replicas = Math.min(props.replicas, MOST_REPLICAS);
  const hasSecrets = Object.values(alerting.receivers).some(isOutside);

  return {
    alertmanager: {
      config: alertmanagerConfig(alerting, surroundings),
      templateFiles: ALERTMANAGER_TEMPLATES,
      podDisruptionBudget: disruptionBudget(replicas),
      serviceAccount: role ? role.helmValues : { name: ALERTMANAGER_ACCOUNT },
      alertmanagerSpec: {
        image: mirroredImageParts(registries, "quay.io/prometheus/alertmanager"),
        replicas,
        externalUrl: alertmanagerUrl,
        secrets: hasSecrets ? [RECEIVERS_SECRET] : [],
        storage: volume(STORAGE_GIB),
        podAntiAffinity: replicas > 1 ? "hard" : "soft",
        topologySpreadConstraints: topologySpread({ "app.kubernetes.io/name": "alertmanager" }),
        priorityClassName: PRIORITY_CLASS,
        // It asks nothing of Kubernetes. A role has a token of its own.
        automountServiceAccountToken: false,
        resources: { requests: { cpu: "20m", memory: "64Mi" }, limits: { memory: "256Mi" } },
      },
    },
  };
}

/** Its service account, whose role may publish to the topic. */
export const ALERTMANAGER_ACCOUNT = "alertmanager";
