import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { SsmDocument } from "@cdktf/provider-aws/lib/ssm-document";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { Fn, type ITerraformDependable, Token } from "cdktf";
import { Construct } from "constructs";
import { serviceTrust } from "../constructs/iam-policy";
import { API_RELAY, relayDocumentName, relayName, serviceRoleName } from "../names/cluster-names";
import { type ApiTarget, httpsToApi } from "./api-target";
import { ServiceRole } from "./service-role";
import { forwarding } from "./session-document";

export interface ApiRelayProps {
  readonly target: ApiTarget;
  readonly vpcId: string;

  /** Subnets of the instance, from which it reaches Session Manager. */
  readonly subnetIds: readonly string[];

  /** Addresses at which the instance finds Session Manager: the internet, or the endpoints of the VPC. */
  readonly sessionManagerCidrs: readonly string[];

  /** Tags of the instance and its disk: the provider's own never reach what EC2 makes from a template. */
  readonly tags: Readonly<Record<string, string>>;

  /** Resources through which the instance reaches AWS. */
  readonly after: readonly ITerraformDependable[];
}

/** Days after which the instance makes room for a new one, with the newest image. */
const LIFETIME_DAYS = 7;

/**
 * Actions of the agent of Session Manager. AWS's own policy would let it read every parameter too.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
const CHANNELS = [
  "ssm:UpdateInstanceInformation",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];

/** Newest Amazon Linux with the agent of Session Manager, by the name under which AWS publishes its id. */
const IMAGE = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

/**
 * Instance through which people reach a Kubernetes API inside the VPC. It has no inbound rule, no key and no shell to
 * offer: Session Manager forwards one port, by a document that names the API, so that it leads nowhere else.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
 */
export class ApiRelay extends Construct {
  constructor(scope: Construct, id: string, props: ApiRelayProps) {
    super(scope, id);
    const { clusterName, endpoint } = props.target;
    const name = relayName(clusterName);

    const role = new ServiceRole(this, "role", {
      name: serviceRoleName(clusterName, API_RELAY),
      description: `Relay to the Kubernetes API of ${clusterName}`,
      trust: serviceTrust("ec2.amazonaws.com"),
      managedPolicies: [],
      permissions: [{ actions: CHANNELS, anyResourceBecause: "channels of Session Manager have no ARN" }],
    });
    const profile = new IamInstanceProfile(this, "profile", { name, role: role.name });
    const template = this.launchTemplate(name, profile, props);

    new AutoscalingGroup(this, "instances", {
      name,
      minSize: 1,
      maxSize: 1,
      vpcZoneIdentifier: [...props.subnetIds],
      maxInstanceLifetime: LIFETIME_DAYS * 24 * 60 * 60,
      launchTemplate: { id: template.id, version: Token.asString(template.latestVersion) },
      tag: [{ key: "Name", value: name, propagateAtLaunch: true }],
      dependsOn: [...role.ready, ...props.after],
    });
    new SsmDocument(this, "document", {
      name: relayDocumentName(clusterName),
      documentType: "Session",
      documentFormat: "JSON",
      content: forwarding(clusterName, Fn.replace(endpoint, "https://", "")),
    });
  }

  private launchTemplate(
    name: string,
    profile: IamInstanceProfile,
    { tags, ...props }: ApiRelayProps,
  ): LaunchTemplate {
    const group = this.securityGroup(name, props);
    return new LaunchTemplate(this, "launch-template", {
      name,
      updateDefaultVersion: true,
      imageId: IMAGE,
      instanceType: "t4g.nano",
      iamInstanceProfile: { arn: profile.arn },
      vpcSecurityGroupIds: [group.id],
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: { encrypted: "true", volumeType: "gp3", deleteOnTermination: "true" },
        },
      ],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
        resourceType,
        tags: { ...tags, Name: name },
      })),
    });
  }

  /** Security group without a rule for traffic in. */
  private securityGroup(
    name: string,
    { vpcId, target, sessionManagerCidrs }: Omit<ApiRelayProps, "tags">,
  ): SecurityGroup {
    const group = new SecurityGroup(this, "security-group", {
      name,
      description: `Relay to the Kubernetes API of ${target.clusterName}`,
      vpcId,
    });
    httpsToApi(this, target, { name: "the relay", securityGroupId: group.id });
    sessionManagerCidrs.forEach((cidrIpv4, index) => {
      new VpcSecurityGroupEgressRule(this, `https-to-session-manager${index === 0 ? "" : `-${index + 1}`}`, {
        securityGroupId: group.id,
        description: "HTTPS to Session Manager",
        cidrIpv4,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
      });
    });
    return group;
  }
}
