import { describe, expect, it } from "vitest";
import { registryIn, unpullableImages } from "../../../checks/charts-repository/pulls";
import { deployment } from "./objects";

describe("images of the organisation's registry", () => {
  const registry = registryIn([
    {
      resource: {
        aws_ecr_repository: { web: { name: "example/web" } },
        aws_ecr_repository_policy: {
          web: {
            repository: "${aws_ecr_repository.web.name}",
            policy: JSON.stringify({
              Statement: [
                {
                  Effect: "Allow",
                  Principal: { AWS: ["arn:aws:iam::222222222222:root"] },
                  Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                },
              ],
            }),
          },
        },
        aws_ecr_pull_through_cache_rule: { docker: { ecr_repository_prefix: "docker.io" } },
      },
    },
  ]);
  const problemsOf = (name: string, account = "222222222222") =>
    unpullableImages(
      [deployment("web", { container: { image: `111111111111.dkr.ecr.eu-west-1.amazonaws.com/${name}` } })],
      registry,
      account,
    );

  it("can be pulled by accounts that the repository's policy names", () => {
    expect(problemsOf("example/web:v1")).toEqual([]);
    expect(problemsOf("example/web@sha256:0123", "111111111111")).toEqual([]);
  });

  it("can be pulled through copies of other registries", () => {
    expect(problemsOf("docker.io/library/redis:7")).toEqual([]);
  });

  it("cannot be pulled by another account", () => {
    expect(problemsOf("example/web:v1", "333333333333")).toEqual([
      "pull: expected example/web to let account 333333333333 pull, got a policy without it; add it to the registry's accounts",
    ]);
  });

  it("are not known where the organisation has no registry of its own", () => {
    const objects = [
      deployment("web", { container: { image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:v1" } }),
    ];

    expect(unpullableImages(objects, registryIn([{}]), "222222222222")).toEqual([]);
  });

  it("cannot be pulled from a repository that is not there", () => {
    expect(problemsOf("example/other:v1")).toEqual([
      "pull: expected a repository of the registry, got 111111111111.dkr.ecr.eu-west-1.amazonaws.com/example/other:v1; add example/other to the registry's",
    ]);
  });
});
