import { describe, expect, it } from "vitest";
import {
  containersAreProbed,
  copiesAreSpread,
  workloadsHavePriority,
} from "../../../../checks/charts/rules/upkeep";
import { testEnvironment } from "../../../../../__tests__/support/environments";
import { deployment, rendered } from "../../../../../__tests__/support/rendered";

const JOB = `
apiVersion: batch/v1
kind: Job
metadata: { name: once }
spec: { template: { spec: { containers: [{ name: run }] } } }
`;

const PROMETHEUS =
  "{ apiVersion: monitoring.coreos.com/v1, kind: Prometheus, metadata: { name: main }, spec: {} }";

describe("containers that run for good", () => {
  const problems = (yaml: string) => containersAreProbed(rendered(yaml), testEnvironment);

  it("have both probes", () => {
    const both = "livenessProbe: { tcpSocket: { port: 1 } }\nreadinessProbe: { tcpSocket: { port: 1 } }";

    expect(problems(deployment({ container: both }))).toEqual([]);
    expect(problems(deployment({ container: "livenessProbe: { tcpSocket: { port: 1 } }" }))).toEqual([
      "Deployment dex: container dex has no readinessProbe",
    ]);
    expect(problems(deployment())).toEqual([
      "Deployment dex: container dex has no livenessProbe, readinessProbe",
    ]);
  });

  it("are not those that come to an end, nor those that an operator probes", () => {
    expect(problems(JOB)).toEqual([]);
    expect(problems(PROMETHEUS)).toEqual([]);
    expect(problems(deployment({ pod: "initContainers: [{ name: first }]" }))).toEqual([
      "Deployment dex: container dex has no livenessProbe, readinessProbe",
    ]);
  });
});

describe("workloads that run for good", () => {
  it("have a priority class", () => {
    const problems = (yaml: string) => workloadsHavePriority(rendered(yaml), testEnvironment);

    expect(problems(deployment({ pod: "priorityClassName: system-cluster-critical" }))).toEqual([]);
    expect(problems(JOB)).toEqual([]);
    expect(problems(deployment() + PROMETHEUS.replace("{", "---\n{"))).toEqual([
      "Deployment dex: expected a priorityClassName of the platform, got none",
      "Prometheus main: expected a priorityClassName of the platform, got none",
    ]);
  });
});

describe("copies", () => {
  it("are spread by constraints or by what they keep away from", () => {
    const problems = (pod: string, replicas = 3) =>
      copiesAreSpread(rendered(deployment({ pod, replicas })), testEnvironment);
    const away = (kind: string) =>
      `affinity: { podAntiAffinity: { ${kind}DuringSchedulingIgnoredDuringExecution: [{ weight: 1 }] } }`;

    expect(problems("", 1)).toEqual([]);
    expect(problems("topologySpreadConstraints: [{ maxSkew: 1 }]")).toEqual([]);
    expect(problems(away("required"))).toEqual([]);
    expect(problems(away("preferred"))).toEqual([]);
    expect(problems("affinity: { podAntiAffinity: {} }")).toEqual([
      "Deployment dex: nothing spreads its 3 copies over nodes and zones",
    ]);
  });
});
