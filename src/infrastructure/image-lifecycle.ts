/** Images that a rule of a lifecycle policy selects by number or age, and what ECR does with them. */
type Rule = Readonly<{ about: string; selection: object; action?: object }>;

const policy = (rules: readonly Rule[]): string =>
  JSON.stringify({
    rules: rules.map(({ about, selection, action = { type: "expire" } }, index) => ({
      rulePriority: index + 1,
      description: about,
      selection,
      action,
    })),
  });

const newest = (countNumber: number) => ({ countType: "imageCountMoreThan", countNumber });

const tagged = (prefix: string) => ({ tagStatus: "tagged", tagPrefixList: [prefix] });

const pushedWithin = (countNumber: number) => ({
  countType: "sinceImagePushed",
  countUnit: "days",
  countNumber,
});

/** Prefix of the tag `sha256-<digest>.sig` that cosign gives a signature. */
export const SIGNATURE_TAG_PREFIX = "sha256-";

/**
 * Keeps deployed images, releases and signatures, and the newest of all others. Age does not decide: an image
 * that is seldom built may run for long, and not every running image has a tag that says so. ECR never
 * expires an image by a later rule once a rule has matched it.
 *
 * @param deployedTagPrefix - prefix of the tags that say where an image runs, one for each environment
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

/**
 * Keeps the newest images, whatever their tags. ECR expires no image that the list of a kept one names.
 *
 * @param count - of images that stay
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export const newestImagesLifecycle = (count: number): string =>
  policy([
    {
      about: "Keep untagged images for a day",
      selection: { tagStatus: "untagged", ...pushedWithin(1) },
    },
    { about: `Keep ${count} images`, selection: { tagStatus: "any", ...newest(count) } },
  ]);

/**
 * Keeps every copy that some cluster still pulls, whatever its age: ECR would fetch an expired one again, by a tag
 * that may have moved upstream. ECR lets the last pull archive an image, and only the archive expire it.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_examples.html
 */
export const cachedImagesLifecycle = (): string =>
  policy([
    {
      about: "Archive copies that nobody has pulled for 180 days",
      selection: { tagStatus: "any", countType: "sinceImagePulled", countUnit: "days", countNumber: 180 },
      action: { type: "transition", targetStorageClass: "archive" },
    },
    {
      about: "Expire copies after 90 days in the archive, the least that ECR takes",
      selection: {
        tagStatus: "any",
        storageClass: "archive",
        countType: "sinceImageTransitioned",
        countUnit: "days",
        countNumber: 90,
      },
    },
  ]);
