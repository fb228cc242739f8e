import type { EnvironmentConfig } from "../environment";

/** The access file could be read; its problems say where they are themselves. */
export const accessFileIsValid = ({ access }: EnvironmentConfig): readonly string[] => access.problems;
