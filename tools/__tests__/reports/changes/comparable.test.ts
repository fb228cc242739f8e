import { describe, expect, it } from "vitest";
import { comparable } from "../../../reports/changes/comparable";

const policy = (...statements: object[]) =>
  comparable(JSON.stringify({ Version: "2012-10-17", Statement: statements }));

describe("comparable", () => {
  it("reads a chart's values", () => {
    expect(comparable({ values: ['{"image": {"tag": "1"}}'] })).toEqual({ values: { image: { tag: "1" } } });
  });

  it("reads text line by line", () => {
    expect(comparable("one\ntwo")).toEqual(["one", "two"]);
  });

  it("leaves text that only looks like JSON alone", () => {
    expect(comparable("{not json")).toBe("{not json");
  });

  it("finds items by their names", () => {
    expect(
      comparable([
        { name: "a", value: 1 },
        { name: "b", value: 2 },
      ]),
    ).toEqual({
      a: { name: "a", value: 1 },
      b: { name: "b", value: 2 },
    });
  });

  it("finds Kubernetes objects by kind, namespace and name", () => {
    const object = { kind: "Service", metadata: { namespace: "apps", name: "web" } };

    expect(comparable([object])).toEqual({ "Service/apps/web": object });
  });

  it("leaves items with one name in a list", () => {
    const items = [{ name: "a" }, { name: "a" }];

    expect(comparable(items)).toEqual(items);
  });
});

describe("an IAM policy", () => {
  it("says each action on each resource", () => {
    expect(policy({ Effect: "Allow", Action: ["s3:Get", "s3:Put"], Resource: ["a", "b"] })).toEqual([
      "Allow s3:Get on a",
      "Allow s3:Get on b",
      "Allow s3:Put on a",
      "Allow s3:Put on b",
    ]);
  });

  it("is the same when a statement is split", () => {
    const one = policy({ Effect: "Allow", Action: ["s3:Get", "s3:Put"], Resource: "a" });
    const two = policy(
      { Effect: "Allow", Action: "s3:Put", Resource: ["a"] },
      { Effect: "Allow", Action: "s3:Get", Resource: ["a"] },
    );

    expect(two).toEqual(one);
  });

  it("says under which conditions", () => {
    const Condition = { StringEquals: { "aws:x": ["1", "2"] }, Bool: { "aws:y": "true" } };

    expect(policy({ Effect: "Deny", Action: "s3:*", Resource: "*", Condition })).toEqual([
      "Deny s3:* on * if aws:x StringEquals 1 or 2 and aws:y Bool true",
    ]);
  });

  it("says who is trusted", () => {
    const Principal = { Service: ["ec2.amazonaws.com", "pods.eks.amazonaws.com"] };

    expect(policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal })).toEqual([
      "Allow sts:AssumeRole for Service ec2.amazonaws.com",
      "Allow sts:AssumeRole for Service pods.eks.amazonaws.com",
    ]);
  });

  it("says everybody, and everything but some", () => {
    expect(
      policy(
        { Effect: "Deny", Principal: "*", NotAction: ["s3:Get", "s3:Put"], NotResource: "a" },
        { Effect: "Deny", NotPrincipal: { AWS: "me" }, Action: "s3:*", Resource: "a" },
      ),
    ).toEqual([
      "Deny anything but s3:Get, s3:Put on anything but a for *",
      'Deny s3:* on a for anybody but {"AWS":"me"}',
    ]);
  });
});
