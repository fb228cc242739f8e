import { describe, expect, it } from "vitest";
import { problemsWith } from "../../support/environments";

const addressPool = "ipam-pool-0a1b2c3d4e5f67890";
const at = "production clusters.govuk.addressPool";

describe("a pool of public addresses", () => {
  it("is one of IPAM", () => {
    expect(problemsWith({ cluster: { addressPool } })).toEqual([]);
    expect(problemsWith({ cluster: { addressPool: "eipalloc-0a1b2c3d" } })).toEqual([
      `${at}: expected an id such as "ipam-pool-0a1b2c3d4e5f67890", got "eipalloc-0a1b2c3d"; copy it: aws ec2 describe-ipam-pools`,
    ]);
  });

  it("is refused where nothing makes load balancers", () => {
    expect(
      problemsWith({ cluster: { addressPool }, addons: { awsLoadBalancerController: false } }),
    ).toContain(
      `${at}: expected none, since addons.awsLoadBalancerController is off, got "${addressPool}"; leave it out: nothing makes load balancers`,
    );
  });
});
