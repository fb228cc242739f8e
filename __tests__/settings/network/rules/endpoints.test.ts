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
