import { describe, expect, it } from "vitest";
import { organisation } from "../../support/organisation";
import { problemsWith } from "./problems";

const reader = { namespace: "apps", reads: ["apps"] };
const readers = (name: string, changes: object = {}) =>
  problemsWith({ clusterReaders: { [name]: { ...reader, ...changes } } });

const AT = "organisation.clusterReaders.release";

describe("an application that reads clusters", () => {
  it("is right with a namespace and what it reads", () => {
    expect(readers("release")).toEqual([]);
    expect(readers("release", { reads: [], readsApplications: true })).toEqual([]);
  });

  it.each(["Release", "system-release", "eks-release", "release-", "a".repeat(41)])(
    "is not called %s, which could be no group and no role",
    (name) => {
      expect(readers(name)).toEqual([expect.stringContaining("expected the name of an application, got ")]);
    },
  );

  it("has a group that is no level of access", () => {
    const accessLevels = {
      ...organisation.accessLevels,
      "release-assumed": { clusterRules: [], namespaceRules: [] },
    };

    expect(problemsWith({ accessLevels, clusterReaders: { release: reader } })).toEqual([
      `${AT}: expected a name that no level of access has, got "release"; rename one of the two: both would be the group release-assumed`,
    ]);
  });

  it("is in a namespace of applications, and reads such", () => {
    expect(readers("release", { namespace: "monitoring", reads: ["app"] })).toEqual([
      expect.stringContaining(`${AT}.namespace: expected one of apps, `),
      expect.stringMatching(/\.reads\[0\]: expected one of apps, .*, got "app"; did you mean "apps"\?$/),
    ]);
  });

  it("reads something, and each namespace once", () => {
    expect(readers("release", { reads: [] })).toEqual([
      `${AT}.reads: expected a namespace at least, got none; leave the reader out if it reads nothing`,
    ]);
    expect(readers("release", { reads: ["apps", "apps"] })).toEqual([
      `${AT}.reads[1]: expected each namespace once, got "apps" a second time; leave one out`,
    ]);
  });

  it("reads all environments from one that there is", () => {
    expect(readers("release", { readsAllFrom: "productoin" })).toEqual([
      expect.stringMatching(
        /\.readsAllFrom: expected one of .*, got "productoin"; did you mean "production"\?$/,
      ),
    ]);
  });
});
