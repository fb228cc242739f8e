import { LimitRangeV1 } from "@cdktf/provider-kubernetes/lib/limit-range-v1";
import { ResourceQuotaV1 } from "@cdktf/provider-kubernetes/lib/resource-quota-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface NamespaceLimitsProps {
  readonly namespace: string;

  /** How much all its pods may ask for together. */
  readonly quota: {
    /** CPUs that they request. */
    readonly cpus: number;

    /** Memory that they request, in GiB. */
    readonly memoryGib: number;
    readonly pods: number;

    /** Disks that they claim, in GiB. */
    readonly storageGib: number;
  };

  /** What a container gets that does not say, and what none may go beyond. */
  readonly containers: {
    /** Thousandths of a CPU. */
    readonly requestMillicpus: number;

    /** MiB. */
    readonly requestMemoryMib: number;

    /** MiB. */
    readonly limitMemoryMib: number;

    /** MiB. */
    readonly maximumMemoryMib: number;
  };

  /** The namespace. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * Keeps the pods of one namespace from taking the room of all others.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export class NamespaceLimits extends Construct {
  constructor(scope: Construct, id: string, { namespace, quota, containers, after }: NamespaceLimitsProps) {
    super(scope, id);
    const dependsOn = [...after];

    new ResourceQuotaV1(this, "quota", {
      metadata: { name: "quota", namespace },
      spec: {
        hard: {
          "requests.cpu": String(quota.cpus),
          "requests.memory": `${quota.memoryGib}Gi`,
          "requests.storage": `${quota.storageGib}Gi`,
          pods: String(quota.pods),
          // People reach applications through Ingresses. Their shared chart makes Services of type NodePort, which
          // nodes' security groups open to nobody.
          "services.loadbalancers": "0",
        },
      },
      dependsOn,
    });

    new LimitRangeV1(this, "limit-range", {
      metadata: { name: "containers", namespace },
      spec: {
        limit: [
          {
            type: "Container",
            // No limit of CPU: it would slow containers down while CPUs are idle.
            default: { memory: `${containers.limitMemoryMib}Mi` },
            defaultRequest: {
              cpu: `${containers.requestMillicpus}m`,
              memory: `${containers.requestMemoryMib}Mi`,
            },
            max: { memory: `${containers.maximumMemoryMib}Mi` },
          },
        ],
      },
      dependsOn,
    });
  }
}
