import { Ec2ClientVpnAuthorizationRule } from "@cdktf/provider-aws/lib/ec2-client-vpn-authorization-rule";
import { Ec2ClientVpnEndpoint } from "@cdktf/provider-aws/lib/ec2-client-vpn-endpoint";
import { Ec2ClientVpnNetworkAssociation } from "@cdktf/provider-aws/lib/ec2-client-vpn-network-association";
import { describe, expect, it } from "vitest";
import { ClientVpn, type VpnSignIn } from "../../src/infrastructure/client-vpn";
import { FREIGHT } from "../support/freight-cluster";
import { Terraform } from "../support/terraform";

const vpnWith = (signIn: VpnSignIn) =>
  Terraform.of((scope) => {
    new ClientVpn(scope, "vpn", {
      ...FREIGHT,
      subnetIds: { a: "subnet-a", b: "subnet-b" },
      apiCidrs: { a: "10.0.19.0/28", b: "10.0.19.16/28" },
      certificateArn: "arn:vpn",
      clientCidr: "172.27.0.0/22",
      signIn,
      sessionHours: 8,
    });
  });

const bySaml = vpnWith({
  saml: { providerArn: "arn:provider", groups: { developers: "1", operators: "2" } },
});
const byCertificate = vpnWith({ certificates: { authorityArn: "arn:authority" } });

describe("ClientVpn", () => {
  it("lets each group reach the subnets of the API, and nothing else in the VPC", () => {
    expect(
      bySaml
        .all(Ec2ClientVpnAuthorizationRule)
        .map(({ target_network_cidr: cidr, access_group_id: group }) => [cidr, group]),
    ).toEqual([
      ["10.0.19.0/28", "1"],
      ["10.0.19.0/28", "2"],
      ["10.0.19.16/28", "1"],
      ["10.0.19.16/28", "2"],
    ]);
    expect(bySaml.all(Ec2ClientVpnAuthorizationRule)[0]!.authorize_all_groups).toBeUndefined();
  });

  it("has a rule for every device where certificates tell no groups apart", () => {
    expect(byCertificate.all(Ec2ClientVpnAuthorizationRule).map((rule) => rule.authorize_all_groups)).toEqual(
      [true, true],
    );
    expect(byCertificate.only(Ec2ClientVpnEndpoint).authentication_options).toEqual([
      { type: "certificate-authentication", root_certificate_chain_arn: "arn:authority" },
    ]);
  });

  it("records connections, and leaves other traffic of devices outside", () => {
    expect(bySaml.only(Ec2ClientVpnEndpoint)).toMatchObject({
      split_tunnel: true,
      connection_log_options: {
        enabled: true,
        cloudwatch_log_group: "${aws_cloudwatch_log_group.vpn_log_group.name}",
      },
      authentication_options: [{ type: "federated-authentication", saml_provider_arn: "arn:provider" }],
    });
  });

  it("has an interface in each zone", () => {
    expect(bySaml.all(Ec2ClientVpnNetworkAssociation).map(({ subnet_id }) => subnet_id)).toEqual([
      "subnet-a",
      "subnet-b",
    ]);
  });
});
