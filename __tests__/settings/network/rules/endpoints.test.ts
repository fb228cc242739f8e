import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOf = (...others: string[]) => problemsWith({ cluster: { endpoints: { others } } });

describe("further endpoints", () => {
  it("are of any service with an interface endpoint", () => {
    expect(problemsOf("sts", "logs", "elasticloadbalancing", "ecs-agent", "sagemaker.api")).toEqual([]);
  });

  it.each([
    ["s3", "endpoints.s3, which makes this endpoint"],
    ["ecr.api", "endpoints.ecr, which makes this endpoint"],
    ["dynamodb", "a service with an interface endpoint"],
    ["com.amazonaws/sts", 'the end of a service\'s name, such as "sts"'],
  ])("are not of %s", (service, expected) => {
    expect(problemsOf(service)).toEqual([
      expect.stringContaining(`production clusters.govuk.endpoints.others[0]: expected ${expected}`),
    ]);
  });

  it("are written once", () => {
    expect(problemsOf("sts", "sts")).toEqual([
      expect.stringContaining('others[1]: expected each service once, got "sts" again'),
    ]);
  });
});

describe("endpoints that exist", () => {
  const problemsWithExisting = (existing: string[], made: object = {}) =>
    problemsWith({ cluster: { endpoints: { existing, ...made } } });

  it("leave out those that Terraform would make otherwise", () => {
    expect(problemsWithExisting(["s3", "ecr.api", "ecr.dkr", "secretsmanager", "sts"])).toEqual([]);
  });

  it.each([
    [["sts"], { others: ["sts"] }, "others"],
    [["secretsmanager"], { secretsManager: true }, "secretsManager"],
    [["ecr.api"], {}, "ecr"],
  ])("are refused as %j beside %j", (existing, made, name) => {
    expect(problemsWithExisting(existing, made)).toEqual([
      expect.stringContaining(
        `endpoints.existing[0]: expected a service that endpoints.${name} makes no endpoint for`,
      ),
    ]);
  });

  it("are refused twice, and under a name that is no service's", () => {
    expect(problemsWithExisting(["sts", "sts"])).toEqual([
      expect.stringContaining("existing[1]: expected each service once, got sts again"),
    ]);
    expect(problemsWithExisting(["com.amazonaws/sts"])).toEqual([
      expect.stringContaining('existing[0]: expected the end of a service\'s name, such as "sts"'),
    ]);
  });
});
