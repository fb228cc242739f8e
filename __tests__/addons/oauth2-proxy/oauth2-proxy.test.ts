import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { PROMETHEUS } from "../../../src/addons/kube-prometheus-stack/network";
import { OAuth2Proxy, type OAuth2ProxyProps } from "../../../src/addons/oauth2-proxy/oauth2-proxy";
import { cluster } from "../../support/fixtures";
import { Terraform, valuesOf } from "../../support/terraform";

const release = (props: Partial<OAuth2ProxyProps> = {}) =>
  Terraform.of(
    (scope) =>
      new OAuth2Proxy(scope, "proxy", {
        cluster,
        namespace: "monitoring",
        installedBy: "terraform",
        replicas: 3,
        application: "prometheus",
        upstream: "http://prometheus:9090",
        upstreamPods: { with: PROMETHEUS, ports: [9090] },
        zone: "eks.test.govuk.digital",
        team: "alphagov:gov-uk",
        loadBalancerName: "prometheus",
        ...props,
      }),
  ).only(Release);

const valuesWith = (props?: Partial<OAuth2ProxyProps>) => valuesOf(release(props));

describe("OAuth2Proxy", () => {
  it("signs people in at Dex, with proof that who began is who returns", () => {
    expect(valuesWith().extraArgs).toMatchObject({
      provider: "oidc",
      "oidc-issuer-url": "https://dex.eks.test.govuk.digital",
      "redirect-url": "https://prometheus.eks.test.govuk.digital/oauth2/callback",
      scope: "openid profile email groups",
      "code-challenge-method": "S256",
    });
  });

  it("lets through the team it is given", () => {
    expect(valuesWith().extraArgs["allowed-group"]).toBe("alphagov:gov-uk");
  });

  it("lets everybody through who signs in where there is no team", () => {
    expect(valuesWith({ team: undefined }).extraArgs).not.toHaveProperty("allowed-group");
  });

  it("asks again after half a day, so that who leaves the team is out", () => {
    expect(valuesWith().extraArgs["cookie-expire"]).toBe("12h");
  });

  it("takes its credentials from its client's Secret, and holds none itself", () => {
    const { proxyVarsAsSecrets, extraEnv } = valuesWith();

    expect(proxyVarsAsSecrets).toBe(false);
    expect(extraEnv).toEqual(
      [
        ["OAUTH2_PROXY_CLIENT_ID", "clientID"],
        ["OAUTH2_PROXY_CLIENT_SECRET", "clientSecret"],
        ["OAUTH2_PROXY_COOKIE_SECRET", "cookieSecret"],
      ].map(([name, key]) => ({
        name,
        valueFrom: { secretKeyRef: { name: "dex-client-prometheus", key } },
      })),
    );
  });

  it("sends people to sign in at once, and believes the load balancer about whence they came", () => {
    expect(valuesWith().extraArgs).toMatchObject({ "skip-provider-button": true, "reverse-proxy": true });
  });

  it("has nothing to ask of the cluster, so gets no token for it", () => {
    expect(valuesWith().serviceAccount).toEqual({ automountServiceAccountToken: false });
  });

  it("passes requests on to what stands behind it", () => {
    expect(valuesWith().config).toEqual({ emailDomains: ["*"], upstreams: ["http://prometheus:9090"] });
  });

  it("is found under the application's name, through a load balancer of its own", () => {
    expect(valuesWith().ingress).toMatchObject({
      className: "aws-alb",
      hosts: ["prometheus.eks.test.govuk.digital"],
      annotations: {
        "alb.ingress.kubernetes.io/load-balancer-name": "prometheus",
        "alb.ingress.kubernetes.io/healthcheck-path": "/ping",
      },
    });
  });

  it("runs once for each application, side by side", () => {
    expect(release().name).toBe("prometheus-oauth2-proxy");
    expect(release({ application: "alertmanager" }).name).toBe("alertmanager-oauth2-proxy");
  });

  it("keeps all but one of its replicas while nodes are drained", () => {
    expect(valuesWith().podDisruptionBudget).toEqual({
      enabled: true,
      minAvailable: 2,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    });
    expect(valuesWith({ replicas: 1 }).podDisruptionBudget).toEqual({ enabled: false });
  });

  it("spreads the replicas of one application over zones and nodes, and says what each needs", () => {
    const { topologySpreadConstraints, resources, priorityClassName } = valuesWith();

    expect(topologySpreadConstraints).toMatchObject(
      ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
        topologyKey,
        labelSelector: { matchLabels: { "app.kubernetes.io/instance": "prometheus-oauth2-proxy" } },
      })),
    );
    expect(resources).toEqual({ requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "128Mi" } });
    expect(priorityClassName).toBe("system-cluster-critical");
  });

  it("is scraped by Prometheus", () => {
    expect(valuesWith().metrics.serviceMonitor.enabled).toBe(true);
  });

  it("comes from a mirror where there is one", () => {
    expect(valuesWith({ registries: { "quay.io": "mirror.example/quay" } }).image).toEqual({
      registry: "mirror.example",
      repository: "quay/oauth2-proxy/oauth2-proxy",
    });
  });

  it("lets the environment have the last word on values", () => {
    expect(valuesWith({ values: { replicaCount: 5 } }).replicaCount).toBe(5);
  });
});
