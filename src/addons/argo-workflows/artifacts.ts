import type { HelmValues } from "../../constructs/helm-values";
import type { Permission } from "../../constructs/iam-policy";

/** Bucket for workflows' logs and the files that they pass on. */
export interface ArtifactBucket {
  readonly name: string;
  readonly region: string;
}

/**
 * The bucket as the controller knows it. Pods sign in as their own role; each namespace has a folder.
 *
 * @see https://argo-workflows.readthedocs.io/en/stable/configure-artifact-repository/
 */
export const artifactRepository = ({ name, region }: ArtifactBucket): HelmValues => ({
  useStaticCredentials: false,
  artifactRepository: {
    archiveLogs: true,
    s3: {
      bucket: name,
      region,
      endpoint: `s3.${region}.amazonaws.com`,
      insecure: false,
      useSDKCreds: true,
      keyFormat: "{{workflow.namespace}}/{{workflow.name}}/{{pod.name}}",
    },
  },
});

/** Permissions of the pods of a namespace's workflows: to keep and read their own artifacts. */
export const artifactPermissions = ({ name }: ArtifactBucket, namespace: string): Permission => ({
  actions: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
  resources: [`arn:aws:s3:::${name}/${namespace}/*`],
});

/** Permissions of the server, which shows the logs of finished workflows. */
export const artifactReaderPermissions = ({ name }: ArtifactBucket): readonly Permission[] => [
  { actions: ["s3:GetObject"], resources: [`arn:aws:s3:::${name}/*`] },
  { actions: ["s3:ListBucket"], resources: [`arn:aws:s3:::${name}`] },
];
