import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { SsmDocument } from "@cdktf/provider-aws/lib/ssm-document";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { describe, expect, it } from "vitest";
import { ApiRelay } from "../../src/infrastructure/api-relay";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of((scope) => {
  new ApiRelay(scope, "relay", {
    target: { clusterName: "freight", endpoint: "https://api.example", securityGroupId: "sg-cluster" },
    vpcId: "vpc-1",
    subnetIds: ["subnet-a", "subnet-b"],
    sessionManagerCidrs: ["0.0.0.0/0"],
    tags: { owner: "platform" },
    after: [],
  });
});

/** Expression of the host, whose quotation marks Terraform reads before it writes the document. */
const HOST_OF_API = '${replace("https://api.example", "https://", "")}';

describe("ApiRelay", () => {
  it("admits no connection: its one inbound rule is the control plane's", () => {
    expect(terraform.all(VpcSecurityGroupIngressRule)).toEqual([
      expect.objectContaining({
        security_group_id: "sg-cluster",
        referenced_security_group_id: "${aws_security_group.relay_security-group.id}",
        from_port: 443,
        to_port: 443,
      }),
    ]);
    expect(terraform.only(LaunchTemplate).key_name).toBeUndefined();
  });

  it("keeps its credentials from everything a hop away", () => {
    expect(terraform.only(LaunchTemplate).metadata_options).toEqual({
      http_endpoint: "enabled",
      http_tokens: "required",
      http_put_response_hop_limit: 1,
    });
  });

  it("forwards to the Kubernetes API and lets callers name no other host", () => {
    const content: string = terraform.only(SsmDocument).content;
    const { properties, parameters } = JSON.parse(content.replace(HOST_OF_API, "host of the API"));

    expect(properties).toEqual({
      portNumber: "443",
      type: "LocalPortForwarding",
      localPortNumber: "{{ localPortNumber }}",
      host: "host of the API",
    });
    expect(Object.keys(parameters)).toEqual(["localPortNumber"]);
  });

  it("is replaced each week, with the newest image", () => {
    expect(terraform.only(AutoscalingGroup)).toMatchObject({
      min_size: 1,
      max_size: 1,
      max_instance_lifetime: 604_800,
    });
    expect(terraform.only(LaunchTemplate).image_id).toMatch(/^resolve:ssm:/);
  });
});
