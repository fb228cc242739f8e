import type { HostedZone } from "../../constructs/cluster";
import type { Manifest } from "../../constructs/manifests";
import { AUTHORITIES, type CertificateConfig, type IssuerConfig, USUAL_ISSUER } from "./certificates";

/**
 * Issuer of certificates for names of one zone, which it proves by records in it.
 *
 * @see https://cert-manager.io/docs/configuration/acme/dns01/
 */
export const clusterIssuer = (
  name: string,
  { authority, email }: IssuerConfig,
  zone: HostedZone,
  region: string,
): Manifest => ({
  apiVersion: "cert-manager.io/v1",
  kind: "ClusterIssuer",
  metadata: { name },
  spec: {
    acme: {
      server: AUTHORITIES[authority],
      email,
      privateKeySecretRef: { name: `${name}-account-key` },
      solvers: [
        { selector: { dnsZones: [zone.name] }, dns01: { route53: { region, hostedZoneID: zone.id } } },
      ],
    },
  },
});

/**
 * Certificate in the Secret of its name, with a new key at each renewal.
 *
 * @see https://cert-manager.io/docs/usage/certificate/
 */
export const certificate = (
  namespace: string,
  name: string,
  { names, issuer = USUAL_ISSUER }: CertificateConfig,
): Manifest => ({
  apiVersion: "cert-manager.io/v1",
  kind: "Certificate",
  metadata: { name, namespace },
  spec: {
    secretName: name,
    dnsNames: [...names],
    issuerRef: { group: "cert-manager.io", kind: "ClusterIssuer", name: issuer },
    privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
  },
});
