import { describe, expect, it } from "vitest";
import { cachedImagesLifecycle, ownImagesLifecycle } from "../../src/infrastructure/image-lifecycle";

interface Rule {
  readonly rulePriority: number;
  readonly selection: {
    readonly tagStatus: string;
    readonly tagPrefixList?: readonly string[];
    readonly storageClass?: string;
    readonly countType: string;
    readonly countNumber: number;
  };
  readonly action: { readonly type: string; readonly targetStorageClass?: string };
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

  it("keeps a copy for as long as it is pulled, since its tag may have moved upstream", () => {
    const [archived, expired] = rulesOf(cachedImagesLifecycle());

    expect(archived!.selection.countType).toBe("sinceImagePulled");
    expect(archived!.action).toEqual({ type: "transition", targetStorageClass: "archive" });
    expect(expired!.selection).toMatchObject({
      storageClass: "archive",
      countType: "sinceImageTransitioned",
    });
  });

  it("lets ECR expire by the last pull only what it has archived for 90 days", () => {
    const rules = [...rulesOf(ownImagesLifecycle("deployed-to-")), ...rulesOf(cachedImagesLifecycle())];
    const actionsOf = (type: string) =>
      rules.filter(({ selection }) => selection.countType === type).map(({ action }) => action.type);

    expect(actionsOf("sinceImagePulled")).toEqual(["transition"]);
    expect(actionsOf("sinceImageTransitioned")).toEqual(["expire"]);
    expect(
      rules.find(({ selection }) => selection.storageClass === "archive")!.selection.countNumber,
    ).toBeGreaterThanOrEqual(90);
  });

  it.each([ownImagesLifecycle("deployed-to-"), cachedImagesLifecycle()])(
    "is one that ECR takes: priorities of their own, and a storage class's rule about any image last",
    (policy) => {
      const rules = rulesOf(policy);

      expect(rules.map(({ rulePriority }) => rulePriority)).toEqual(rules.map((_, index) => index + 1));
      for (const storage of [undefined, "archive"]) {
        const own = rules.filter(({ selection }) => selection.storageClass === storage);
        expect(own.slice(0, -1).map(({ selection }) => selection.tagStatus)).not.toContain("any");
      }
    },
  );
});
