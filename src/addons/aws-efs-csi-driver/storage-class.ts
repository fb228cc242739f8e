/** Storage class of volumes that pods of several nodes share. */
export const SHARED_CLASS = "efs";
