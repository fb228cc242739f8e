import type {
  BaseImage,
  ContainerRegistrySettings,
} from "../../settings/organisation/container-registry-schema";
import type { Tenants } from "../../settings/tenants/tenants";

/** An image and the repository that its source is in. */
export type Image = BaseImage;

/** Every image of the organisation: those of applications, and those that they are built from. */
export const imagesOf = (
  { applications }: Tenants,
  { baseImages }: Pick<ContainerRegistrySettings, "baseImages">,
): Image[] => [
  ...applications.flatMap(({ images, repository }) => images.map((name) => ({ name, repository }))),
  ...baseImages,
];
