import { describe, expect, it } from "vitest";
import { internetFacingIngress } from "../../src/constructs/internet-facing-ingress";

const annotations: Record<string, string> = internetFacingIngress({
  loadBalancerName: "argo",
  healthCheckPath: "/up",
});

const annotation = (name: string) => annotations[`alb.ingress.kubernetes.io/${name}`];

describe("internetFacingIngress", () => {
  it("puts a named, public load balancer straight in front of the pods", () => {
    expect(annotation("load-balancer-name")).toBe("argo");
    expect(annotation("scheme")).toBe("internet-facing");
    expect(annotation("target-type")).toBe("ip");
  });

  it("listens to HTTP only to send people on to HTTPS", () => {
    expect(JSON.parse(annotation("listen-ports")!)).toEqual([{ HTTP: 80 }, { HTTPS: 443 }]);
    expect(annotation("ssl-redirect")).toBe("443");
  });

  it("refuses TLS older than 1.2", () => {
    expect(annotation("ssl-policy")).toBe("ELBSecurityPolicy-TLS13-1-2-2021-06");
  });

  it("asks the application's own health check", () => {
    expect(annotation("healthcheck-path")).toBe("/up");
  });
});
