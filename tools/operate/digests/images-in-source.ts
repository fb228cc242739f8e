/** Image with a host and a tag, as the source of an add-on writes it. */
const IMAGE = /"([a-z0-9.-]+\.[a-z]+)\/([a-z0-9._/-]+):(v?[0-9][^"@]*)"/g;

/** Image that goes by its tag. */
export interface TaggedImage {
  readonly host: string;
  readonly repository: string;
  readonly tag: string;
}

/** Name such as `quay.io/dexidp/dex:v2`. */
export const imageName = ({ host, repository, tag }: TaggedImage): string => `${host}/${repository}:${tag}`;

/** Images in a source that go by their tag alone. */
export const taggedImagesIn = (source: string): TaggedImage[] =>
  [...source.matchAll(IMAGE)].map(([, host = "", repository = "", tag = ""]) => ({ host, repository, tag }));

/** Source in which an image goes by its digest as well. */
export const withDigest = (source: string, image: TaggedImage, digest: string): string =>
  source.replaceAll(`"${imageName(image)}"`, `"${imageName(image)}@${digest}"`);
