import { describe, expect, it } from "vitest";
import {
  bucketName,
  bucketNames,
  databaseInstanceName,
  databaseName,
  loadBalancerName,
  logDeliveryName,
  logDeliveryRoleName,
  nodeGroupPrefix,
  serviceRoleName,
  workloadRoleName,
} from "../../src/names/cluster-names";

const LONG = "the-cluster-of-forty-characters-in-a-row";
const AGENT = "aws-network-flow-monitor-agent-service-account";

describe("names with a short cluster's", () => {
  it.each([
    [workloadRoleName(AGENT, "govuk"), `${AGENT}-govuk`],
    [serviceRoleName("govuk", "node-group"), "govuk-node-group"],
    [logDeliveryName("govuk"), "govuk-control-plane-logs"],
    [logDeliveryRoleName("govuk", "subscriber"), "govuk-control-plane-logs-subscriber"],
    [bucketName("govuk", "integration", "load-balancer-logs"), "govuk-integration-load-balancer-logs"],
    [databaseName("argo-workflows", "govuk"), "argo-workflows-govuk"],
    [databaseInstanceName("argo-workflows-govuk"), "argo-workflows-govuk-instance-1"],
    [nodeGroupPrefix("govuk", "arm-green"), "govuk-arm-green-"],
    [loadBalancerName("argo-workflows", "blue"), "argo-workflows-blue"],
  ])("are whole: %s", (name, whole) => {
    expect(name).toBe(whole);
  });
});

describe("names with a long cluster's", () => {
  it.each([
    ["the role of a service account", workloadRoleName(AGENT, LONG), 64],
    ["the role of a service", serviceRoleName(LONG, "a-purpose-that-is-told-in-many-words"), 64],
    ["the stream of logs", logDeliveryName(LONG), 64],
    ["the role that sends logs", logDeliveryRoleName(LONG, "sender"), 64],
    ["the role that subscribes to logs", logDeliveryRoleName(LONG, "subscriber"), 64],
    ["a bucket", bucketName(LONG, "integration", "load-balancer-logs"), 63],
    ["a database's instance", databaseInstanceName(databaseName("argo-workflows", LONG)), 63],
    ["a node group, to which Terraform appends 26", nodeGroupPrefix(LONG, "arm-green"), 37],
    ["a load balancer", loadBalancerName("argo-workflows", LONG), 32],
  ])("fit for %s", (_, name, limit) => {
    expect(name.length).toBeLessThanOrEqual(limit);
  });

  it("end in the cluster's for roles of service accounts, which Terraform's permissions are told by", () => {
    expect(workloadRoleName(AGENT, LONG)).toMatch(new RegExp(`^aws-network-fl-[0-9a-f]{8}-${LONG}$`));
  });

  it("begin with the cluster's for roles of services, which Terraform's permissions are told by", () => {
    const name = serviceRoleName(LONG, "a-purpose-that-is-told-in-many-words");

    expect(name).toMatch(new RegExp(`^${LONG}-a-purpose-that-[0-9a-f]{8}$`));
  });

  it("are those of the cluster's buckets that Terraform may change", () => {
    expect(bucketNames(LONG, "integration")).toContain(bucketName(LONG, "integration", "tempo"));
    expect(bucketNames(LONG, "integration").filter((name) => name.includes("*"))).toEqual([]);
  });
});
