import { LimitRangeV1 } from "@cdktf/provider-kubernetes/lib/limit-range-v1";
import { ResourceQuotaV1 } from "@cdktf/provider-kubernetes/lib/resource-quota-v1";
import { expect, it } from "vitest";
import { NamespaceLimits } from "../../src/access/namespace-limits";
import { Terraform } from "../support/terraform";

const limitsWith = (loadBalancers?: number) =>
  Terraform.of(
    (scope) =>
      new NamespaceLimits(scope, "apps-limits", {
        namespace: "apps",
        ...(loadBalancers !== undefined && { loadBalancers }),
        quota: { cpus: 10, memoryGib: 20, pods: 30, storageGib: 40 },
        containers: {
          requestMillicpus: 50,
          requestMemoryMib: 64,
          limitMemoryMib: 128,
          maximumMemoryMib: 256,
        },
        after: [],
      }),
  );

const terraform = limitsWith();
const quotas = terraform.named(ResourceQuotaV1);

it("has no room for a pod that could push those of the platform off their nodes", () => {
  expect(quotas["apps-limits_system-priorities"]).toMatchObject({
    metadata: { name: "system-priorities", namespace: "apps" },
    spec: {
      hard: { pods: "0" },
      scope_selector: {
        match_expression: [
          {
            scope_name: "PriorityClass",
            operator: "In",
            values: ["system-cluster-critical", "system-node-critical"],
          },
        ],
      },
    },
  });
});

it("bounds what all pods of a namespace may ask for together, and lets them open it to nobody", () => {
  expect(quotas["apps-limits_quota"]).toMatchObject({
    metadata: { namespace: "apps" },
    spec: {
      hard: {
        "requests.cpu": "10",
        "requests.memory": "20Gi",
        "requests.storage": "40Gi",
        pods: "30",
        "services.loadbalancers": "0",
      },
    },
  });
});

it("has room for the load balancers that the platform makes there, and for no other", () => {
  const { "apps-limits_quota": quota } = limitsWith(2).named(ResourceQuotaV1);

  expect(quota!.spec.hard["services.loadbalancers"]).toBe("2");
});

it("lets the chart that applications share make Services on nodes' ports, as it does", () => {
  expect(quotas["apps-limits_quota"]!.spec.hard).not.toHaveProperty("addons.nodeports");
});

it("gives containers that say nothing a request and a limit of memory, and none of them more than the most", () => {
  expect(terraform.only(LimitRangeV1)).toMatchObject({
    metadata: { namespace: "apps" },
    spec: {
      limit: [
        {
          type: "Container",
          default: { memory: "128Mi" },
          default_request: { cpu: "50m", memory: "64Mi" },
          max: { memory: "256Mi" },
        },
      ],
    },
  });
});
