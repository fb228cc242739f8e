import { Construct } from "constructs";
import type { Addon } from "../../constructs/addon";
import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { deliveredRelease, type DeliveredAddonProps } from "../../constructs/delivered-release";
import type { HelmValues } from "../../constructs/helm-values";
import { INGRESS_CLASS } from "../../names/ingress-classes";
import { internetFacingIngress } from "../../constructs/internet-facing-ingress";
import { mirroredImageParts } from "../../constructs/registries";
import { clientSecretName } from "../dex/clients";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { type Conversation, inNamespace } from "../../constructs/network-peers";
import { oauth2ProxyNetwork } from "./network";

export interface OAuth2ProxyProps extends DeliveredAddonProps {
  readonly cluster: Cluster;

  /** The application behind it: the name of its Dex client and the first part of its host name. */
  readonly application: string;

  /** The application's own address, inside the cluster. */
  readonly upstream: string;

  /** Pods at that address, and the ports at which they answer. */
  readonly upstreamPods: Conversation;

  /** The zone of the host names of the application and of Dex. */
  readonly zone: string;

  /** The GitHub team that gets through; `undefined` lets everybody through who signs in. */
  readonly team: string | undefined;

  /** The public load balancer's name: at most 32 characters, once per account and region. */
  readonly loadBalancerName: string;
}

/**
 * Stands before an application that has no sign-in of its own, and lets through who signs in at Dex.
 *
 * @see https://oauth2-proxy.github.io/oauth2-proxy
 */
export class OAuth2Proxy extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: OAuth2ProxyProps) {
    super(scope, id);
    const { application, namespace, registries, installedBy, values, after } = props;
    const releaseName = `${application}-oauth2-proxy`;

    this.peers = inNamespace(namespace, oauth2ProxyNetwork(props), props.egress);
    this.ready = deliveredRelease(this, "release", {
      installedBy,
      chart: pinned(CHART, props.chartVersions),
      namespace,
      releaseName,
      values: {
        ...signIn(props),
        ...deployment(props, releaseName),
        ingress: ingress(props),
      },
      overrides: values,
      registries,
      after,
    }).ready;
  }
}

function signIn({ application, upstream, zone, team }: OAuth2ProxyProps): HelmValues {
  const secret = clientSecretName({ name: application });

  return {
    // The credentials come from the client's own Secret, in none of the chart's.
    proxyVarsAsSecrets: false,
    extraEnv: Object.entries({
      OAUTH2_PROXY_CLIENT_ID: "clientID",
      OAUTH2_PROXY_CLIENT_SECRET: "clientSecret",
      OAUTH2_PROXY_COOKIE_SECRET: "cookieSecret",
    }).map(([name, key]) => ({ name, valueFrom: { secretKeyRef: { name: secret, key } } })),
    config: { emailDomains: ["*"], upstreams: [upstream] },
    extraArgs: {
      provider: "oidc",
      "oidc-issuer-url": `https://dex.${zone}`,
      "redirect-url": `https://${application}.${zone}/oauth2/callback`,
      scope: "openid profile email groups",
      "code-challenge-method": "S256",
      "skip-provider-button": true,
      "reverse-proxy": true,
      // A member who leaves the team loses access after this time at the latest.
      "cookie-expire": "12h",
      ...(team !== undefined && { "allowed-group": team }),
    },
  };
}

const deployment = ({ replicas, registries }: OAuth2ProxyProps, releaseName: string): HelmValues => ({
  image: mirroredImageParts(registries, "quay.io/oauth2-proxy/oauth2-proxy"),
  // It keeps sessions in cookies, so any replica serves anybody.
  replicaCount: replicas,
  podDisruptionBudget: disruptionBudget(replicas),
  topologySpreadConstraints: topologySpread({ "app.kubernetes.io/instance": releaseName }),
  priorityClassName: PRIORITY_CLASS,
  serviceAccount: { automountServiceAccountToken: false },
  resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "128Mi" } },
  metrics: { serviceMonitor: { enabled: true, scrapeTimeout: "15s" } },
});

/** Path of its health check, which needs no sign-in. */
const HEALTH_CHECK_PATH = "/ping";

const ingress = ({ application, cluster, zone, loadBalancerName }: OAuth2ProxyProps): HelmValues => ({
  enabled: true,
  className: INGRESS_CLASS,
  pathType: "Prefix",
  annotations: internetFacingIngress({
    loadBalancerName,
    healthCheckPath: HEALTH_CHECK_PATH,
    visitors: cluster.administrators,
    addressPool: cluster.addressPool,
  }),
  hosts: [`${application}.${zone}`],
});
