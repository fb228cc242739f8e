import { Ec2ClientVpnAuthorizationRule } from "@cdktf/provider-aws/lib/ec2-client-vpn-authorization-rule";
import { Ec2ClientVpnEndpoint } from "@cdktf/provider-aws/lib/ec2-client-vpn-endpoint";
import { Ec2ClientVpnNetworkAssociation } from "@cdktf/provider-aws/lib/ec2-client-vpn-network-association";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import { vpnLogGroupName, vpnName } from "../names/cluster-names";
import { type ApiTarget, httpsToApi } from "./api-target";
import { EncryptedLogGroup, type EncryptedLogGroupProps } from "./encrypted-log-group";

/** Sign-in of devices: certificates of an authority, or a provider whose groups are known. */
export type VpnSignIn =
  | { readonly certificates: { readonly authorityArn: string } }
  | { readonly saml: { readonly providerArn: string; readonly groups: Readonly<Record<string, string>> } };

export interface ClientVpnProps extends Omit<EncryptedLogGroupProps, "name" | "contents"> {
  readonly target: ApiTarget;
  readonly vpcId: string;

  /** Subnets by availability-zone letter, in each of which the VPN has an interface. */
  readonly subnetIds: Readonly<Record<string, string>>;

  /** Ranges of the control plane's network interfaces, by availability-zone letter. */
  readonly apiCidrs: Readonly<Record<string, string>>;

  /** Certificate of the VPN itself, for any name. */
  readonly certificateArn: string;

  /** Range of the addresses of devices. */
  readonly clientCidr: string;
  readonly signIn: VpnSignIn;
  readonly sessionHours: number;
}

/**
 * VPN from people's devices to a Kubernetes API inside the VPC, and to nothing else in it. All other traffic of a device
 * stays outside.
 *
 * @see https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoints.html
 */
export class ClientVpn extends Construct {
  constructor(scope: Construct, id: string, props: ClientVpnProps) {
    super(scope, id);
    const { target, signIn, apiCidrs, subnetIds } = props;

    const endpoint = this.endpoint(props);
    for (const [letter, subnetId] of Object.entries(subnetIds)) {
      new Ec2ClientVpnNetworkAssociation(this, `association-${letter}`, {
        clientVpnEndpointId: endpoint.id,
        subnetId,
      });
    }
    for (const [letter, targetNetworkCidr] of Object.entries(apiCidrs)) {
      groupsOf(signIn).forEach(({ group, access }) => {
        new Ec2ClientVpnAuthorizationRule(this, ["api", letter, ...group].join("-"), {
          clientVpnEndpointId: endpoint.id,
          description: `Kubernetes API of ${target.clusterName}`,
          targetNetworkCidr,
          ...access,
        });
      });
    }
  }

  private endpoint(props: ClientVpnProps): Ec2ClientVpnEndpoint {
    const { target, signIn } = props;
    const name = vpnName(target.clusterName);
    const log = new EncryptedLogGroup(this, "log", {
      ...props,
      name: vpnLogGroupName(target.clusterName),
      contents: `Connections to the VPN of ${target.clusterName}`,
    });
    const group = new SecurityGroup(this, "security-group", {
      name,
      description: `VPN to the Kubernetes API of ${target.clusterName}`,
      vpcId: props.vpcId,
    });
    httpsToApi(this, target, { name: "the VPN", securityGroupId: group.id });

    return new Ec2ClientVpnEndpoint(this, "endpoint", {
      description: `Kubernetes API of ${target.clusterName}`,
      vpcId: props.vpcId,
      securityGroupIds: [group.id],
      clientCidrBlock: props.clientCidr,
      serverCertificateArn: props.certificateArn,
      splitTunnel: true,
      sessionTimeoutHours: props.sessionHours,
      authenticationOptions: [
        "saml" in signIn
          ? { type: "federated-authentication", samlProviderArn: signIn.saml.providerArn }
          : { type: "certificate-authentication", rootCertificateChainArn: signIn.certificates.authorityArn },
      ],
      connectionLogOptions: { enabled: true, cloudwatchLogGroup: log.name },
      tags: { Name: name },
    });
  }
}

/** Rules for one range: one for each group, or one for every device with a certificate. */
const groupsOf = (signIn: VpnSignIn) =>
  "saml" in signIn
    ? Object.entries(signIn.saml.groups).map(([name, accessGroupId]) => ({
        group: [name],
        access: { accessGroupId },
      }))
    : [{ group: [], access: { authorizeAllGroups: true } }];
