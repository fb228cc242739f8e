/** Path of an image into an environment, through its tests and on to the next one. */
export interface DeliveryProps {
  /** Namespace of the workflows and their credentials, in which no application runs. */
  readonly namespace: string;

  /** The environment of this cluster. */
  readonly environment: string;

  /** The environment that images are promoted to; `false` for the last one. */
  readonly nextEnvironment: string | false;

  /** True for the first environment, which gets images as soon as they are built. */
  readonly isFirst: boolean;

  /** Repository with the image that each environment runs. */
  readonly charts: ChartsRepository;

  /** Registry of the images. */
  readonly images: ImageRegistry;

  /** Path at which an application answers 200 while it is well. */
  readonly smokeTestPath: string;

  /** Applications without a health check over HTTP, since they only work through queues or at times. */
  readonly withoutService: readonly string[];
}

/** Repositories whose files say which image of each application an environment runs. */
export interface ChartsRepository {
  /** Address of the Git repository; with `perEnvironment`, that of an environment follows after a hyphen. */
  readonly url: string;

  /** True if each environment has a repository of its own. */
  readonly perEnvironment: boolean;
  readonly branch: string;

  /** The folder with a folder for each environment, and in it a file for each application. */
  readonly tagsFolder: string;

  /** Path in Secrets Manager of the `token` that may push to it. */
  readonly tokenPath: string;

  /** Author of commits. */
  readonly author: { readonly name: string; readonly email: string };
}

/** Registry of applications' images, and the tags that workflows move. */
export interface ImageRegistry {
  /** Id of the AWS account that has it. */
  readonly account: string;
  readonly region: string;

  /** Prefix of repositories' names, without a slash at the end. */
  readonly prefix: string;

  /** Names of the images that applications run, without the prefix. Argo CD's applications are called like them. */
  readonly names: readonly string[];

  /** The tag that says which image this environment runs. */
  readonly deployedTag: string;

  /** The service account whose role may move that tag. */
  readonly tagger: string;
}
