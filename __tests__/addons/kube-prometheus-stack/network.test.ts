import { describe, expect, it } from "vitest";
import {
  ALERTMANAGER,
  type CallsOutside,
  kubePrometheusStackNetwork,
  PROMETHEUS,
} from "../../../src/addons/kube-prometheus-stack/network";

const callsOf = (name: string, props: Partial<CallsOutside> = {}) =>
  kubePrometheusStackNetwork({ alerting: {}, eksAddons: [], ...props }).find(
    ({ pods }) => pods.name === name,
  )!.calls;

describe("the network of kube-prometheus-stack", () => {
  it("lets Prometheus ask every pod, and the API server which there are", () => {
    expect(callsOf(PROMETHEUS.name)).toEqual([{ with: "every-pod" }, { with: "kubernetes-api" }]);
  });

  it("lets Prometheus out of the cluster on the ports that are declared", () => {
    expect(callsOf(PROMETHEUS.name, { egress: { ports: [443] } })).toContainEqual({
      with: "internet",
      ports: [443],
    });
  });

  it("lets Alertmanager reach its like, PagerDuty, Slack and AWS, and nobody else", () => {
    expect(callsOf(ALERTMANAGER.name)).toEqual([
      { with: ALERTMANAGER, ports: [9094, { udp: 9094 }] },
      { with: "internet" },
      { with: "aws" },
    ]);
  });

  it("lets Alertmanager reach the mail server's port where mail is sent", () => {
    const smtp = { from: "alerts@example.org", smarthost: "smtp.example:587", username: "alerts" };

    expect(callsOf(ALERTMANAGER.name, { alerting: { smtp } })).toContainEqual({
      with: "internet",
      ports: [587],
    });
  });
});
