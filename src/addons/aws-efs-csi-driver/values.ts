import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { WITHOUT_PRIVILEGES } from "../../constructs/container-rights";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImage, type Registries } from "../../constructs/registries";
import type { AwsEfsCsiDriverProps } from "./aws-efs-csi-driver";
import { clusterTag } from "./permissions";

/** Service accounts of the driver's pods, each with its role. */
interface Accounts {
  readonly controller: HelmValues;
  readonly node: HelmValues;
}

/** Values of the driver's chart. */
export const valuesOfChart = (props: AwsEfsCsiDriverProps, { controller, node }: Accounts): HelmValues => ({
  ...images(props.registries),
  controller: { serviceAccount: controller, ...controllerValues(props) },
  node: { serviceAccount: node, resources: REQUESTS, readinessProbe: READY },
});

const REQUESTS: HelmValues = { requests: { cpu: "10m", memory: "40Mi" }, limits: { memory: "256Mi" } };

/** Probe of the sidecar that asks the plugin. Its chart has one for liveness alone. */
const READY: HelmValues = { httpGet: { path: "/healthz", port: "healthz" }, timeoutSeconds: 3 };

/** Rights of a controller that asks AWS and mounts nothing. At its start, it writes what tools for mounting need. */
const UNPRIVILEGED: HelmValues = { ...WITHOUT_PRIVILEGES, privileged: false, readOnlyRootFilesystem: false };

function controllerValues({ cluster, replicas }: AwsEfsCsiDriverProps): HelmValues {
  return {
    // One leads, the others wait for it to fail.
    replicaCount: replicas,
    podDisruptionBudget: disruptionBudget(replicas),
    topologySpreadConstraints: topologySpread({ app: "efs-csi-controller" }),
    priorityClassName: PRIORITY_CLASS,
    containerSecurityContext: UNPRIVILEGED,
    resources: REQUESTS,
    readinessProbe: READY,
    tags: clusterTag(cluster.name),
    regionalStsEndpoints: true,
    enableMetrics: true,
    serviceMonitor: { enabled: true },
  };
}

const SIDECARS = {
  livenessProbe: "public.ecr.aws/csi-components/livenessprobe",
  nodeDriverRegistrar: "public.ecr.aws/csi-components/csi-node-driver-registrar",
  csiProvisioner: "public.ecr.aws/csi-components/csi-provisioner",
};

const images = (registries?: Registries): HelmValues => ({
  image: { repository: mirroredImage(registries, "public.ecr.aws/efs-csi-driver/amazon/aws-efs-csi-driver") },
  sidecars: Object.fromEntries(
    Object.entries(SIDECARS).map(([name, image]) => [
      name,
      {
        image: { repository: mirroredImage(registries, image) },
        securityContext: WITHOUT_PRIVILEGES,
        resources: REQUESTS,
      },
    ]),
  ),
});
