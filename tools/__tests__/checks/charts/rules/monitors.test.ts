import { describe, expect, it } from "vitest";
import {
  metricsAreCollected,
  metricsAreCollectedOnce,
  monitorsFindTheirServices,
} from "../../../../checks/charts/rules/monitors";
import type { Rule } from "../../../../checks/charts/rendered";
import { testEnvironment } from "../../../../../__tests__/support/environments";
import { deployment, rendered } from "../../../../../__tests__/support/rendered";

const monitor = ({ name = "m", app = "dex", port = "metrics", more = "" } = {}) => `---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: ${name} }
spec: { selector: { matchLabels: { app: ${app} } }, endpoints: [{ port: ${port} }], ${more} }
`;
const service = `---
{ apiVersion: v1, kind: Service, metadata: { name: s, labels: { app: dex } }, spec: { ports: [{ name: metrics }] } }
`;
const CRD = `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: crd }
spec: { group: monitoring.coreos.com, names: { kind: ServiceMonitor }, versions: [{ name: v1, served: true }] }
`;

const on = { metrics: { serviceMonitor: { enabled: true } } };
const off = { serviceMonitor: { enabled: false } };
const problems = (rule: Rule, yaml: string, values = {}) => rule(rendered(yaml, values), testEnvironment);

describe("metrics", () => {
  it("are collected where they are switched on", () => {
    expect(problems(metricsAreCollected, deployment() + monitor(), on)).toEqual([]);
    expect(problems(metricsAreCollected, deployment(), on)).toEqual([
      "values.metrics.serviceMonitor: expected a monitor for each, got 0",
    ]);
  });

  it("are not collected where they are switched off", () => {
    expect(problems(metricsAreCollected, deployment(), off)).toEqual([]);
    expect(problems(metricsAreCollected, deployment() + monitor(), off)).toEqual([
      "values.serviceMonitor: expected no monitor, got ServiceMonitor m",
    ]);
  });

  it("are collected where nobody said anything, once the cluster knows monitors", () => {
    expect(problems(metricsAreCollected, deployment())).toEqual([]);
    expect(problems(metricsAreCollected, deployment() + CRD)).toEqual([
      "has neither a ServiceMonitor nor a PodMonitor; switch one on",
    ]);
    expect(problems(metricsAreCollected, CRD)).toEqual([]);
  });

  it("are collected once", () => {
    expect(problems(metricsAreCollectedOnce, monitor() + monitor({ name: "again", port: "other" }))).toEqual(
      [],
    );
    expect(problems(metricsAreCollectedOnce, monitor() + monitor({ name: "again" }))).toEqual([
      "ServiceMonitor again: collects what ServiceMonitor m does",
    ]);
  });

  it("have a Service with the port", () => {
    expect(problems(monitorsFindTheirServices, monitor() + service)).toEqual([]);
    expect(problems(monitorsFindTheirServices, monitor({ app: "deks" }) + service)).toEqual([
      "ServiceMonitor m: selects no Service of its release",
    ]);
    expect(problems(monitorsFindTheirServices, monitor({ port: "http" }) + service)).toEqual([
      "ServiceMonitor m: no port of its Services is called http",
    ]);
  });

  it("of other namespaces are not the release's to serve", () => {
    const elsewhere = monitor({ more: "namespaceSelector: { matchNames: [default] }" });

    expect(problems(monitorsFindTheirServices, elsewhere)).toEqual([]);
  });
});
