import { READ_ONLY_CONTAINER } from "../../constructs/container-rights";
import type { HelmValues } from "../../constructs/helm-values";
import { INGRESS_CLASS } from "../../names/ingress-classes";
import { internetFacingIngress } from "../../constructs/internet-facing-ingress";
import { mirroredImageParts } from "../../constructs/registries";
import type { ArgoWorkflowsProps } from "./argo-workflows";
import { tokenName, userAccounts } from "./users";
import { copies, knowsItsDatabase } from "./values";
import { clientSecretName } from "../dex/clients";

const CLIENT_SECRET = clientSecretName({ name: "argo-workflows" });

/** The page on which people look at workflows, and the endpoint that events are sent to. */
export function serverValues(props: ArgoWorkflowsProps): HelmValues {
  const { archive, cluster, replicas, registries, loadBalancerName, users } = props;
  const host = `argo-workflows.${cluster.dnsZone.name}`;

  return {
    image: mirroredImageParts(registries, "quay.io/argoproj/argocli"),
    ...copies("server", replicas),
    resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "512Mi" } },
    // It writes what it has read of artifacts to /tmp, which is a volume.
    securityContext: READ_ONLY_CONTAINER,
    livenessProbe: { enabled: true },
    logging: { level: "info", format: "json" },
    // Programs bring the token of a service account, people that of Dex.
    authModes: ["sso", "client"],
    sso: {
      enabled: true,
      issuer: `https://dex.${cluster.dnsZone.name}`,
      clientId: { name: CLIENT_SECRET, key: "clientID" },
      clientSecret: { name: CLIENT_SECRET, key: "clientSecret" },
      redirectUrl: `https://${host}/oauth2/callback`,
      scopes: ["groups", "email", "profile"],
      rbac: {
        enabled: true,
        secretWhitelist: [CLIENT_SECRET, ...userAccounts(users).map(({ name }) => tokenName(name))],
      },
    },
    ingress: {
      enabled: true,
      ingressClassName: INGRESS_CLASS,
      annotations: internetFacingIngress({
        loadBalancerName,
        healthCheckPath: "/",
        visitors: cluster.administrators,
        addressPool: cluster.addressPool,
      }),
      hosts: [host],
      paths: ["/"],
    },
    ...(archive && knowsItsDatabase(archive)),
    // No template is for the whole cluster; each namespace has its own.
    clusterWorkflowTemplates: { enabled: false },
  };
}
