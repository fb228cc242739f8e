import { describe, expect, it } from "vitest";
import { cachedImagesLifecycle, ownImagesLifecycle } from "../../src/infrastructure/image-lifecycle";

interface Rule {
  readonly rulePriority: number;
  readonly selection: {
    readonly tagStatus: string;
    readonly tagPrefixList?: readonly string[];
    readonly countType: string;
    readonly countNumber: number;
  };
}

const rulesOf = (policy: string) => (JSON.parse(policy) as { rules: Rule[] }).rules;

describe("the lifecycle of images", () => {
  it("is about what runs before it is about anything else", () => {
    expect(rulesOf(ownImagesLifecycle("deployed-to-"))[0]!.selection.tagPrefixList).toEqual(["deployed-to-"]);
  });

  it("expires nothing for its age but what has no tag, since what is seldom built still runs", () => {
    const byAge = rulesOf(ownImagesLifecycle("deployed-to-")).filter(
      ({ selection }) => selection.countType === "sinceImagePushed",
    );

    expect(byAge.map(({ selection }) => selection.tagStatus)).toEqual(["untagged"]);
  });

  it("keeps signatures of all that it keeps", () => {
    const rules = rulesOf(ownImagesLifecycle("deployed-to-")).filter(
      ({ selection }) => selection.countType === "imageCountMoreThan",
    );
    const [signatures, images] = [true, false].map((ofSignatures) =>
      rules
        .filter(({ selection }) => (selection.tagPrefixList?.[0] === "sha256-") === ofSignatures)
        .reduce((sum, { selection }) => sum + selection.countNumber, 0),
    );

    expect(signatures).toBeGreaterThan(images!);
  });

  it("keeps signatures longer than what nobody asks for", () => {
    const rules = rulesOf(ownImagesLifecycle("deployed-to-"));
    const priority = (found: (rule: Rule) => boolean | undefined) => rules.find(found)!.rulePriority;

    expect(priority(({ selection }) => selection.tagPrefixList?.includes("sha256-"))).toBeLessThan(
      priority(({ selection }) => selection.tagStatus === "any"),
    );
  });

  it.each([ownImagesLifecycle("deployed-to-"), cachedImagesLifecycle()])(
    "is one that ECR takes: priorities of their own, and the rule about any image last",
    (policy) => {
      const rules = rulesOf(policy);

      expect(rules.map(({ rulePriority }) => rulePriority)).toEqual(rules.map((_, index) => index + 1));
      expect(rules.map(({ selection }) => selection.tagStatus).indexOf("any")).toBe(rules.length - 1);
    },
  );
});
