import { relayDocumentName, relayName, vpnName } from "../../../src/names/cluster-names";
import type { TeleportSettings } from "../../../src/settings/cluster/ways-in/schema";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { KubeconfigArguments } from "./arguments";
import { personOf } from "./person";

/** Lines that say what to run, in the order in which to run it. */
export function stepsTo({ environment, file, port }: KubeconfigArguments): string[] {
  const { endpointAccess } = environment.cluster;
  const { relay } = endpointAccess;
  return [
    ...(relay?.kind === "session-manager" ? throughRelay(environment, port) : []),
    ...(relay?.kind === "client-vpn" ? throughVpn(environment) : []),
    ...(relay?.kind === "network" ? [`The API answers callers in ${relay.cidrs.join(", ")} alone.`, ""] : []),
    ...(relay === undefined && endpointAccess.public === false
      ? ["The API answers inside the VPC alone: run kubectl there.", ""]
      : []),
    ...(endpointAccess.public !== false && "cidrs" in endpointAccess.public
      ? [`The API answers callers of ${endpointAccess.public.cidrs.join(", ")} alone.`, ""]
      : []),
    "Then:",
    `  export KUBECONFIG=${quoted(file)}`,
    "  kubectl auth whoami",
    ...(environment.cluster.identityProvider === undefined
      ? []
      : [
          "",
          "Or sign in at the identity provider (it needs the plugin oidc-login of kubectl):",
          `  kubectl config use-context ${personOf(environment.cluster.name)}`,
        ]),
  ];
}

/** Lines that lead through Teleport, whose program writes the file: no role in AWS, and no address of the API, is needed. */
export const stepsThrough = (
  { proxy }: TeleportSettings,
  { environment, file }: Pick<KubeconfigArguments, "environment" | "file">,
): string[] => [
  "Sign in at Teleport, whose program writes the kubeconfig (it needs tsh):",
  `  tsh login --proxy=${proxy}`,
  `  export KUBECONFIG=${quoted(file)}`,
  `  tsh kube login ${clusterLabel(environment)}`,
  "  kubectl auth whoami",
];

/** Session Manager forwards the port as long as its command runs. */
const throughRelay = ({ region, cluster: { name } }: ClusterEnvironment, port: number): string[] => [
  "Open the relay in a terminal of its own (it needs session-manager-plugin):",
  `  relay=$(aws ec2 describe-instances --region ${region} --filters Name=tag:Name,Values=${relayName(name)} ` +
    "Name=instance-state-name,Values=running --query 'Reservations[0].Instances[0].InstanceId' --output text)",
  `  aws ssm start-session --region ${region} --target "$relay" --document-name ${relayDocumentName(name)} ` +
    `--parameters localPortNumber=${port}`,
  "",
];

/** AWS alone can write the file that a client of its VPN reads. */
const throughVpn = ({ region, cluster: { name, endpointAccess } }: ClusterEnvironment): string[] => [
  "Once, export the VPN's configuration, and open it with AWS VPN Client:",
  `  vpn=$(aws ec2 describe-client-vpn-endpoints --region ${region} --query ` +
    `"ClientVpnEndpoints[?Tags[?Key=='Name'&&Value=='${vpnName(name)}']].ClientVpnEndpointId|[0]" --output text)`,
  `  aws ec2 export-client-vpn-client-configuration --region ${region} --client-vpn-endpoint-id "$vpn" ` +
    `--output text > ${name}.ovpn`,
  ...(endpointAccess.relay?.kind === "client-vpn" && "certificates" in endpointAccess.relay.signIn
    ? [`  Add your device's certificate and key to ${name}.ovpn, between <cert> and <key>.`]
    : []),
  "",
];

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
