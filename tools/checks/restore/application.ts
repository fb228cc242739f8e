import type { JsonMap } from "../../terraform-json/json-map";

/** Name of the application, and of all its objects. */
const NAME = "ledger";

const LABELS = { "app.kubernetes.io/name": NAME };

/** Value of the application's Secret, which no backup may have. */
export const CANARY = "canary-7f3c91d2";

/** Volume on EBS of an application. */
export interface Volume {
  /** Name at EC2, such as `vol-0123456789abcdef0`. */
  readonly id: string;
  readonly zone: string;
}

/** Objects of an application as Argo CD would bring them, and as controllers complete them: its volume is bound. */
export const applicationIn = (namespace: string, volume: Volume): readonly JsonMap[] => [
  { ...named("v1", "ServiceAccount", namespace), automountServiceAccountToken: false },
  { ...named("v1", "ConfigMap", namespace), data: { opening: "08:00", "names.txt": "Å\nß\n" } },
  { ...named("v1", "Secret", namespace), stringData: { password: CANARY } },
  persistentVolume(namespace, volume),
  {
    ...named("v1", "PersistentVolumeClaim", namespace),
    spec: {
      accessModes: ["ReadWriteOnce"],
      resources: { requests: { storage: "8Gi" } },
      storageClassName: STORAGE_CLASS,
      volumeName: NAME,
    },
  },
  {
    ...named("v1", "Service", namespace),
    spec: { selector: LABELS, ports: [{ name: "http", port: 8080, targetPort: 8080 }] },
  },
  {
    ...named("policy/v1", "PodDisruptionBudget", namespace),
    spec: { maxUnavailable: 1, selector: { matchLabels: LABELS } },
  },
  {
    ...named("apps/v1", "Deployment", namespace),
    spec: { replicas: 1, selector: { matchLabels: LABELS }, template: template() },
  },
];

const STORAGE_CLASS = "gp3";

const named = (apiVersion: string, kind: string, namespace: string) => ({
  apiVersion,
  kind,
  metadata: { name: NAME, namespace, labels: LABELS },
});

/** Volume as the driver of EBS describes it. */
const persistentVolume = (namespace: string, { id, zone }: Volume): JsonMap => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name: NAME, annotations: { "pv.kubernetes.io/provisioned-by": DRIVER } },
  spec: {
    capacity: { storage: "8Gi" },
    accessModes: ["ReadWriteOnce"],
    persistentVolumeReclaimPolicy: "Delete",
    storageClassName: STORAGE_CLASS,
    claimRef: { apiVersion: "v1", kind: "PersistentVolumeClaim", name: NAME, namespace },
    csi: { driver: DRIVER, volumeHandle: id, fsType: "ext4" },
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: ZONE_LABEL, operator: "In", values: [zone] }] }],
      },
    },
  },
});

const DRIVER = "ebs.csi.aws.com";

/** Label by which the driver of EBS names zones. */
const ZONE_LABEL = "topology.ebs.csi.aws.com/zone";

/** Pod that the namespace's strictest level admits. */
const template = (): JsonMap => ({
  metadata: { labels: LABELS },
  spec: {
    serviceAccountName: NAME,
    securityContext: { runAsNonRoot: true, runAsUser: 1001, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: NAME,
        image: "registry.example/ledger:v1",
        resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "64Mi" } },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
        envFrom: [{ configMapRef: { name: NAME } }, { secretRef: { name: NAME } }],
        volumeMounts: [{ name: "data", mountPath: "/data" }],
      },
    ],
    volumes: [{ name: "data", persistentVolumeClaim: { claimName: NAME } }],
  },
});
