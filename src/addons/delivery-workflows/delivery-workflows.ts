import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import type { Cluster } from "../../constructs/cluster";
import type { Permission } from "../../constructs/iam-policy";
import { Manifests } from "../../constructs/manifests";
import type { Registries } from "../../constructs/registries";
import type { WorkloadRole } from "../../constructs/workload-role";
import { WorkflowAccount } from "../argo-workflows/accounts";
import type { ArtifactBucket } from "../argo-workflows/artifacts";
import { deliveryTemplates, PUSH_TOKEN } from "../argo-workflows/delivery";
import type { DeliveryProps, ImageRegistry } from "../argo-workflows/delivery-props";
import { deliveryEvents, type EventSender } from "../argo-workflows/events";
import { externalSecret } from "../../constructs/external-secret";

export interface DeliveryWorkflowsProps extends DeliveryProps {
  readonly cluster: Cluster;

  /** Bucket of their logs. */
  readonly bucket: ArtifactBucket;

  /** Sender of events about deployed applications; `false` for none. */
  readonly deployments: EventSender | false;

  /** @default - upstream itself */
  readonly registries?: Registries;

  /** @default - nothing */
  readonly after?: After;
}

/** The workflows that bring images into an environment, try them out and promote them, and what starts each. */
export class DeliveryWorkflows extends Construct implements Ready {
  /** Role of the workflow that tags images. */
  readonly role: WorkloadRole;
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: DeliveryWorkflowsProps) {
    super(scope, id);
    const { cluster, namespace, bucket, registries, deployments, after = [] } = props;

    const tagging = new WorkflowAccount(this, "tagging", {
      cluster,
      namespace,
      bucket,
      name: props.images.tagger,
      permissions: taggingPermissions(props.images),
    });
    this.role = tagging.role;

    this.ready = new Manifests(this, "templates", {
      namespace,
      releaseName: "delivery-workflows",
      objects: [
        tagging.manifest,
        externalSecret({ path: props.charts.tokenPath, name: PUSH_TOKEN, namespace, keys: ["token"] }),
        ...deliveryTemplates(props, registries),
        ...deliveryEvents({ namespace, takesImages: props.isFirst, deployments }),
      ],
      after: [tagging.role, ...after],
    }).ready;
  }
}

/** Tags are added to images of applications; nothing is removed, and no layer is written or pulled. */
const taggingPermissions = ({ account, region, prefix, names }: ImageRegistry): readonly Permission[] =>
  names.length === 0
    ? []
    : [
        {
          actions: ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:PutImage"],
          resources: names.map((name) => `arn:aws:ecr:${region}:${account}:repository/${prefix}/${name}`),
        },
      ];
