import { READ_ONLY_CONTAINER } from "../container-rights";
import type { Manifest } from "../manifests";
import { mirroredImage, type Registries } from "../registries";

/** User that no node has: one of the node could reach its files from a container that broke out. */
const USER = 10_001;

/** Folder with the Job's files. */
export const FOLDER = "/etc/database-user";

/** Folder with a folder for each Secret, with its keys as files. */
const SECRETS = "/run/secrets/database";

/** Seconds in which the Job must be over: a paused database takes fifteen to wake, and a new secret some to arrive. */
export const JOB_SECONDS = 120;

export interface ClientJobProps {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;

  /** Name of the container. */
  readonly program: string;
  readonly image: string;

  /** @default - upstream itself */
  readonly registries?: Registries | undefined;

  /** Script in the Job's folder. */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly memory: { readonly request: string; readonly limit: string };
  readonly serviceAccount: string;

  /** ConfigMap with the files of the folder. */
  readonly configMap: string;

  /** Names of Kubernetes Secrets, by the folder that each is mounted to. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** A Job with a client of a database, which makes a user there. It tries again until its time is over. */
export const clientJob = ({
  name,
  namespace,
  labels,
  configMap,
  secrets,
  ...props
}: ClientJobProps): Manifest => ({
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: { name, namespace },
  spec: {
    backoffLimit: 4,
    // Helm gives up later, so that it finds the Job over and says why.
    activeDeadlineSeconds: JOB_SECONDS - 10,
    template: {
      metadata: { labels },
      spec: {
        serviceAccountName: props.serviceAccount,
        automountServiceAccountToken: false,
        restartPolicy: "Never",
        securityContext: { runAsNonRoot: true, runAsUser: USER, runAsGroup: USER },
        containers: [
          {
            name: props.program,
            image: mirroredImage(props.registries, props.image),
            command: ["sh", `${FOLDER}/${props.script}`],
            env: Object.entries({ FOLDER, SECRETS, ...props.env }).map(([key, value]) => ({
              name: key,
              value,
            })),
            resources: {
              requests: { cpu: "20m", memory: props.memory.request },
              limits: { memory: props.memory.limit },
            },
            securityContext: READ_ONLY_CONTAINER,
            volumeMounts: [
              { name: "files", mountPath: FOLDER, readOnly: true },
              ...Object.keys(secrets).map((folder) => ({
                name: folder,
                mountPath: `${SECRETS}/${folder}`,
                readOnly: true,
              })),
            ],
          },
        ],
        volumes: [
          { name: "files", configMap: { name: configMap } },
          ...Object.entries(secrets).map(([folder, secretName]) => ({
            name: folder,
            secret: { secretName },
          })),
        ],
      },
    },
  },
});
