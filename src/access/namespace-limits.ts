import { LimitRangeV1 } from "@cdktf/provider-kubernetes/lib/limit-range-v1";
import { ResourceQuotaV1 } from "@cdktf/provider-kubernetes/lib/resource-quota-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { NO_SYSTEM_PRIORITIES, SYSTEM_PRIORITIES } from "../constructs/system-priorities";
import { mebibytes, millicpus } from "./quantities";

export interface NamespaceLimitsProps {
  readonly namespace: string;

  /** Most that all pods of the namespace may request together. */
  readonly quota: {
    /** CPUs that pods request. */
    readonly cpus: number;

    /** Memory that pods request, in GiB. */
    readonly memoryGib: number;
    readonly pods: number;

    /** Disks that pods claim, in GiB. */
    readonly storageGib: number;
  };

  /** Requests and limits of containers that set none, and the maximum for all. */
  readonly containers: {
    /** Request of CPU in thousandths. */
    readonly requestMillicpus: number;

    /** Request of memory in MiB. */
    readonly requestMemoryMib: number;

    /** Limit of memory in MiB. */
    readonly limitMemoryMib: number;

    /** Highest limit of memory in MiB. */
    readonly maximumMemoryMib: number;
  };

  /**
   * Number of load balancers that the platform's own Services have in the namespace.
   *
   * @default 0
   */
  readonly loadBalancers?: number;

  /** Resources that must exist first: the namespace. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * Quotas that keep the pods of one namespace from taking the room of all others.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export class NamespaceLimits extends Construct {
  constructor(scope: Construct, id: string, props: NamespaceLimitsProps) {
    super(scope, id);
    const { namespace, quota, containers, loadBalancers = 0, after } = props;
    const dependsOn = [...after];

    new ResourceQuotaV1(this, "quota", {
      metadata: { name: "quota", namespace },
      spec: {
        hard: {
          "requests.cpu": String(quota.cpus),
          "requests.memory": `${quota.memoryGib}Gi`,
          "requests.storage": `${quota.storageGib}Gi`,
          pods: String(quota.pods),
          // Users reach applications through Ingresses. Their shared chart makes Services of type NodePort,
          // which the nodes' security groups admit no traffic to.
          "services.loadbalancers": String(loadBalancers),
        },
      },
      dependsOn,
    });

    const { hard, scopeSelector } = NO_SYSTEM_PRIORITIES;
    new ResourceQuotaV1(this, SYSTEM_PRIORITIES, {
      metadata: { name: SYSTEM_PRIORITIES, namespace },
      spec: { hard, scopeSelector: { matchExpression: scopeSelector.matchExpressions } },
      dependsOn,
    });

    new LimitRangeV1(this, "limit-range", {
      metadata: { name: "containers", namespace },
      spec: {
        limit: [
          {
            type: "Container",
            // No limit of CPU: it would slow containers down while CPUs are idle.
            default: { memory: mebibytes(containers.limitMemoryMib) },
            defaultRequest: {
              cpu: millicpus(containers.requestMillicpus),
              memory: mebibytes(containers.requestMemoryMib),
            },
            max: { memory: mebibytes(containers.maximumMemoryMib) },
          },
        ],
      },
      dependsOn,
    });
  }
}
