import { expect, it } from "vitest";
import { sampleEnvironments } from "../../samples/sample-environments";
import { stackPlaces } from "../../terraform-json/stack-places";

const places = stackPlaces(sampleEnvironments());

it("finds the environment and cluster of a stack whose id ends in another cluster's name", () => {
  const { name, environment, cluster } = places.get(
    "cluster-services-eph-pair-blue-as-long-as-a-cluster-may-be-x-green",
  )!;

  expect([name, environment.name, cluster?.cluster.name]).toEqual([
    "cluster-services",
    "eph-pair",
    "blue-as-long-as-a-cluster-may-be-x-green",
  ]);
});

it("finds the environment of a stack that belongs to no cluster", () => {
  expect(places.get("vpc-eph-s3")).toMatchObject({ name: "vpc", cluster: undefined });
});

it("finds no environment of a stack that belongs to none", () => {
  expect(places.get("tfc-configuration")).toBeUndefined();
});
