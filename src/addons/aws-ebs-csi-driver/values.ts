import { EVICT_UNHEALTHY_PODS, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { READ_ONLY_CONTAINER, WITHOUT_PRIVILEGES } from "../../constructs/container-rights";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImage } from "../../constructs/registries";
import type { AwsEbsCsiDriverProps } from "./aws-ebs-csi-driver";

/** Values of the driver's chart, but for its service account and its storage class. */
export const valuesOfChart = (props: AwsEbsCsiDriverProps, serviceAccount: HelmValues): HelmValues => ({
  ...images(props),
  controller: {
    serviceAccount,
    // Otherwise asked of the instance metadata, which is out of a pod's reach.
    region: props.cluster.region,
    k8sTagClusterId: props.cluster.name,
    extraVolumeTags: props.tags,
    replicaCount: props.replicas,
    podDisruptionBudget: EVICT_UNHEALTHY_PODS,
    topologySpreadConstraints: topologySpread({ app: "ebs-csi-controller" }),
    priorityClassName: PRIORITY_CLASS,
    containerSecurityContext: READ_ONLY_CONTAINER,
    resources: { requests: { cpu: "10m", memory: "40Mi" }, limits: { memory: "256Mi" } },
    ...metrics,
  },
  // There is no node with Windows.
  node: { ...metrics, enableWindows: false },
  // A pod for `helm test`, whose image comes from upstream's test infrastructure.
  helmTester: { enabled: false },
});

/** Without force the chart leaves the monitors out where it does not find their CRD yet, and for good. */
const metrics: HelmValues = { enableMetrics: true, serviceMonitor: { forceEnable: true } };

const SIDECARS = {
  provisioner: "public.ecr.aws/csi-components/csi-provisioner",
  attacher: "public.ecr.aws/csi-components/csi-attacher",
  snapshotter: "public.ecr.aws/csi-components/csi-snapshotter",
  livenessProbe: "public.ecr.aws/csi-components/livenessprobe",
  resizer: "public.ecr.aws/csi-components/csi-resizer",
  nodeDriverRegistrar: "public.ecr.aws/csi-components/csi-node-driver-registrar",
  volumemodifier: "public.ecr.aws/ebs-csi-driver/volume-modifier-for-k8s",
};

const images = ({ registries, takesSnapshots = false }: AwsEbsCsiDriverProps): HelmValues => ({
  image: { repository: mirroredImage(registries, "public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver") },
  // On nodes root runs some of them: their sockets belong to it.
  sidecars: Object.fromEntries(
    Object.entries(SIDECARS).map(([name, image]) => [
      name,
      {
        image: { repository: mirroredImage(registries, image) },
        securityContext: WITHOUT_PRIVILEGES,
        // By itself the chart looks for the kinds of snapshots, and leaves it out for good where it finds none.
        ...(name === "snapshotter" && takesSnapshots && { forceEnable: true }),
      },
    ]),
  ),
});
