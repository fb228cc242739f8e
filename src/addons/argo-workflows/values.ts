import { NO_CHART_BUDGET, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { READ_ONLY_CONTAINER, RESTRICTED_CONTAINER } from "../../constructs/container-rights";
import type { HelmValues } from "../../constructs/helm-values";
import { databaseAuthorities } from "../../constructs/database-authorities";
import { databaseUserSecret } from "../../constructs/database-user/database-user";
import type { AddonDatabase } from "../../constructs/database-user/props";
import { mirroredImageParts } from "../../constructs/registries";
import type { ArgoWorkflowsProps } from "./argo-workflows";
import { WORKFLOW_ACCOUNT } from "./accounts";
import { CHART } from "./chart";

/** Seconds that a workflow may take: two hours. */
const DEADLINE_SECONDS = 7_200;

/** Seconds for which a finished workflow can be looked at: three days. */
const KEEP_SECONDS = 259_200;

/** Workflows that the controller handles at once. */
const WORKERS = 128;

/** The user that workflows' containers run as, unless their image has one that is not root. */
const NOBODY = 65_534;

/** The controller's values: what it does to workflows that do not say otherwise. */
export function controllerValues(props: ArgoWorkflowsProps): HelmValues {
  const { replicas, registries, workflowNamespaces, archive } = props;

  return {
    image: mirroredImageParts(registries, "quay.io/argoproj/workflow-controller"),
    ...copies("workflow-controller", replicas),
    resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { memory: "1Gi" } },
    securityContext: READ_ONLY_CONTAINER,
    logging: { level: "info", format: "json" },
    metricsConfig: { enabled: true },
    serviceMonitor: { enabled: true },
    workflowNamespaces,
    workflowWorkers: WORKERS,
    // Users start existing templates, and bring no container of their own.
    workflowRestrictions: { templateReferencing: "Strict" },
    workflowDefaults: {
      spec: {
        serviceAccountName: WORKFLOW_ACCOUNT,
        activeDeadlineSeconds: DEADLINE_SECONDS,
        ttlStrategy: { secondsAfterCompletion: KEEP_SECONDS },
        // Their logs are in the bucket by then.
        podGC: { strategy: "OnPodCompletion", deleteDelayDuration: "10m" },
        securityContext: {
          runAsNonRoot: true,
          runAsUser: NOBODY,
          fsGroup: NOBODY,
          seccompProfile: { type: "RuntimeDefault" },
        },
      },
    },
    ...(archive && { persistence: persistence(archive), ...knowsItsDatabase(archive) }),
  };
}

/** A PostgreSQL database that remembers workflows for longer than the cluster does. */
export interface WorkflowArchive extends AddonDatabase {
  /** Days after which a workflow is forgotten. */
  readonly keepDays: number;
}

/** Authorities of the archive's certificate, for the containers of controller and server: the driver reads the variable. */
export const archiveAuthorities = ({ authorities }: WorkflowArchive) =>
  databaseAuthorities("argo-workflows", authorities);

/** The file of authorities in a part's container. */
export function knowsItsDatabase(archive: WorkflowArchive): HelmValues {
  const { file, folder, name } = archiveAuthorities(archive);
  return {
    extraEnv: [{ name: "PGSSLROOTCERT", value: file }],
    volumes: [{ name, configMap: { name } }],
    volumeMounts: [{ name, mountPath: folder, readOnly: true }],
  };
}

/** @see https://argo-workflows.readthedocs.io/en/stable/workflow-archive/ */
function persistence(archive: WorkflowArchive): HelmValues {
  const { host, port, database, keepDays } = archive;
  const name = databaseUserSecret(CHART.name, archive);
  return {
    archive: true,
    archiveTTL: `${keepDays}d`,
    postgresql: {
      ...{ host, port, database },
      tableName: "argo_workflows",
      userNameSecret: { name, key: "username" },
      passwordSecret: { name, key: "password" },
      ssl: true,
      sslMode: "verify-full",
    },
  };
}

/** Resources and rights of workflows' own containers and of those beside them, unless they set others. */
export const containerValues = ({ registries }: ArgoWorkflowsProps): HelmValues => ({
  mainContainer: {
    imagePullPolicy: "IfNotPresent",
    resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "512Mi" } },
    securityContext: RESTRICTED_CONTAINER,
  },
  executor: {
    image: { ...mirroredImageParts(registries, "quay.io/argoproj/argoexec"), pullPolicy: "IfNotPresent" },
    resources: { requests: { cpu: "10m", memory: "64Mi" }, limits: { memory: "256Mi" } },
    securityContext: READ_ONLY_CONTAINER,
  },
});

/** Labels of a part's pods. */
export const podLabels = (name: string) => ({ "app.kubernetes.io/name": `argo-workflows-${name}` });

/** Copies of a part and how they are spread. */
export const copies = (name: string, replicas: number): HelmValues => ({
  replicas,
  pdb: NO_CHART_BUDGET,
  topologySpreadConstraints: topologySpread(podLabels(name)),
  priorityClassName: PRIORITY_CLASS,
});
