import { describe, expect, it } from "vitest";
import { crowdedNamespaces, tooLargeContainers } from "../../../checks/charts-repository/room";
import { deployment, object } from "./objects";

describe("room of a namespace", () => {
  const PLATFORM = [
    object("v1", "ResourceQuota", "quota", {
      spec: {
        hard: { "requests.cpu": "2", "requests.storage": "10Gi", pods: "3", "services.loadbalancers": "0" },
      },
    }),
    object("v1", "LimitRange", "range", {
      spec: { limits: [{ type: "Container", defaultRequest: { cpu: "500m" }, max: { memory: "1Gi" } }] },
    }),
  ];
  const cpu = (amount: string) => ({ container: { resources: { requests: { cpu: amount } } } });

  it("is enough for what fits to the last thousandth", () => {
    expect(crowdedNamespaces([deployment("web", { ...cpu("1500m") }), deployment("api")], PLATFORM)).toEqual(
      [],
    );
  });

  it("is too small for the replicas that an autoscaler may make", () => {
    const scaler = object("autoscaling/v2", "HorizontalPodAutoscaler", "web", {
      spec: { maxReplicas: 3, scaleTargetRef: { kind: "Deployment", name: "web" } },
    });

    expect(crowdedNamespaces([deployment("web", cpu("1")), scaler], PLATFORM)).toEqual([
      "quota: expected at most 2 of requests.cpu in shop, got 3; raise the quota of the namespace",
    ]);
  });

  it("counts pods, disks and load balancers", () => {
    expect(
      crowdedNamespaces(
        [
          deployment("web", { replicas: 4, ...cpu("1m") }),
          object("v1", "PersistentVolumeClaim", "disk", {
            spec: { resources: { requests: { storage: "11Gi" } } },
          }),
          object("v1", "Service", "web", { spec: { type: "LoadBalancer" } }),
        ],
        PLATFORM,
      ),
    ).toEqual([
      "quota: expected at most 3 of pods in shop, got 4; raise the quota of the namespace",
      "quota: expected at most 10Gi of requests.storage in shop, got 11Gi; raise the quota of the namespace",
      "quota: expected at most 0 of services.loadbalancers in shop, got 1; raise the quota of the namespace",
    ]);
  });

  it("takes the largest container that prepares a pod instead of those that run later, where it asks for more", () => {
    const pod = { initContainers: [{ name: "first", resources: { requests: { cpu: "3" } } }] };

    expect(crowdedNamespaces([deployment("web", { pod })], PLATFORM)).toEqual([
      "quota: expected at most 2 of requests.cpu in shop, got 3; raise the quota of the namespace",
    ]);
  });

  it("has a maximum for each container", () => {
    const container = { resources: { limits: { memory: "2Gi" } } };

    expect(tooLargeContainers([deployment("web", { container })], PLATFORM)).toEqual([
      "limit: expected at most 1Gi of memory in shop, got 2Gi for main of Deployment web; ask for less, or raise the namespace's maximum",
    ]);
  });
});
