import { describe, expect, it } from "vitest";
import { internetFacingIngress } from "../../src/constructs/internet-facing-ingress";

const props = {
  loadBalancerName: "argo",
  healthCheckPath: "/up",
  visitors: ["192.0.2.0/24", "198.51.100.7/32"],
};

const annotations: Record<string, string> = internetFacingIngress(props);

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

  it("admits its visitors alone, or every address", () => {
    expect(annotation("inbound-cidrs")).toBe("192.0.2.0/24,198.51.100.7/32");
    expect(internetFacingIngress({ ...props, visitors: undefined })).not.toHaveProperty([
      "alb.ingress.kubernetes.io/inbound-cidrs",
    ]);
  });

  it("takes its addresses from a pool where it has one", () => {
    const name = "alb.ingress.kubernetes.io/ipam-ipv4-pool-id";
    expect(internetFacingIngress({ ...props, addressPool: "ipam-pool-1" })).toMatchObject({
      [name]: "ipam-pool-1",
    });
    expect(annotations).not.toHaveProperty([name]);
  });

  it("asks the application's own health check", () => {
    expect(annotation("healthcheck-path")).toBe("/up");
  });
});
