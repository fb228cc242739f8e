import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { describe, expect, it } from "vitest";
import { everyEnvironment, everyEnvironmentStack } from "../support/every-platform";

describe.each(everyEnvironment)("$organisation.name $name", (environment) => {
  const stacks = everyEnvironmentStack.filter((stack) => stack.environment === environment);
  const zones = stacks
    .flatMap(({ terraform }) => terraform.all(Route53Zone))
    .filter(({ vpc }) => vpc === undefined)
    .map(({ name }) => name as string);
  const authorised = stacks
    .flatMap(({ terraform }) => terraform.all(Route53Record))
    .filter(({ type }) => type === "CAA")
    .map(({ name }) => name as string);

  it("has a public zone for each cluster at least", () => {
    expect(zones.length).toBeGreaterThan(environment.clusters.length);
  });

  it("leaves no name in a public zone to every authority for certificates", () => {
    const open = zones.filter(
      (zone) => !authorised.some((name) => zone === name || zone.endsWith(`.${name}`)),
    );

    expect(open).toEqual([]);
  });
});
