/** Images that a rule of a lifecycle policy is about, and how many or how long they are kept. */
type Rule = Readonly<{ about: string; selection: object }>;

const policy = (rules: readonly Rule[]): string =>
  JSON.stringify({
    rules: rules.map(({ about, selection }, index) => ({
      rulePriority: index + 1,
      description: about,
      selection,
      action: { type: "expire" },
    })),
  });

const newest = (countNumber: number) => ({ countType: "imageCountMoreThan", countNumber });

const tagged = (prefix: string) => ({ tagStatus: "tagged", tagPrefixList: [prefix] });

const pushedWithin = (countNumber: number) => ({
  countType: "sinceImagePushed",
  countUnit: "days",
  countNumber,
});

/** cosign gives a signature the tag `sha256-<digest>.sig`. */
export const SIGNATURE_TAG_PREFIX = "sha256-";

/**
 * Keeps what runs, releases and signatures, and of all else the newest. Age says nothing: what is seldom built runs
 * for long, and not all that runs has a tag that says so. An image that one rule is about is never expired by a later
 * one.
 *
 * @param deployedTagPrefix - of the tags that say where an image runs, of which each environment has one
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export const ownImagesLifecycle = (deployedTagPrefix: string): string =>
  policy([
    { about: "Keep what runs somewhere", selection: { ...tagged(deployedTagPrefix), ...newest(20) } },
    { about: "Keep 20 releases", selection: { ...tagged("v"), ...newest(20) } },
    {
      about: "Keep 500 signatures, which are smaller than images",
      selection: { ...tagged(SIGNATURE_TAG_PREFIX), ...newest(500) },
    },
    {
      about: "Keep untagged images for a day",
      selection: { tagStatus: "untagged", ...pushedWithin(1) },
    },
    { about: "Keep 200 of all other images", selection: { tagStatus: "any", ...newest(200) } },
  ]);

/** Keeps copies for half a year. One that is asked for later is fetched again. */
export const cachedImagesLifecycle = (): string =>
  policy([{ about: "Keep copies for 180 days", selection: { tagStatus: "any", ...pushedWithin(180) } }]);
