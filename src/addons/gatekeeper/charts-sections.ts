import { z } from "zod";
import { section } from "../../settings/addon-definition/section";

/** Export of an NFS server that charts may bind as a disk. */
export const VOLUME = section({
  /** Name of the server, such as the DNS name of an EFS file system. */
  server: z.string(),

  /** Folder that it exports, from its root on. */
  path: z.string(),

  /** Purpose that only this export serves. */
  // If it is missing, problemsOfPolicy reports it together with all other problems.
  reason: z.string().default(""),
});

const names = z.array(z.string()).readonly();

/** Rights that Roles of charts may have in one namespace, besides reading what runs there. */
export const ROLE = section({
  namespace: z.string(),

  /**
   * Name of the only Role that may have them.
   *
   * @default - every Role of the namespace
   */
  role: z.string().optional(),
  apiGroups: names,
  resources: names,
  verbs: names,

  /** Purpose that only these rights serve. */
  // If it is missing, problemsOfPolicy reports it together with all other problems.
  reason: z.string().default(""),
});
