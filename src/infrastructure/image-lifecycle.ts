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

const newest = (prefix: string, countNumber: number) => ({
  tagStatus: "tagged",
  tagPrefixList: [prefix],
  countType: "imageCountMoreThan",
  countNumber,
});

const pushedWithin = (tagStatus: "untagged" | "any", countNumber: number) => ({
  tagStatus,
  countType: "sinceImagePushed",
  countUnit: "days",
  countNumber,
});

/** cosign gives a signature the tag `sha256-<digest>.sig`. */
export const SIGNATURE_TAG_PREFIX = "sha256-";

/**
 * Keeps what runs, releases and signatures, and of all else what is younger than 30 days. An image that one rule is
 * about is never expired by a later one.
 *
 * @param deployedTagPrefix - of the tags that say where an image runs
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export const ownImagesLifecycle = (deployedTagPrefix: string): string =>
  policy([
    { about: "Keep 20 images that run or ran somewhere", selection: newest(deployedTagPrefix, 20) },
    { about: "Keep 20 releases", selection: newest("v", 20) },
    {
      about: "Keep 500 signatures, which are smaller than images",
      selection: newest(SIGNATURE_TAG_PREFIX, 500),
    },
    { about: "Keep untagged images for a day", selection: pushedWithin("untagged", 1) },
    { about: "Keep all other images for 30 days", selection: pushedWithin("any", 30) },
  ]);

/** Keeps copies for half a year. One that is asked for later is fetched again. */
export const cachedImagesLifecycle = (): string =>
  policy([{ about: "Keep copies for 180 days", selection: pushedWithin("any", 180) }]);
