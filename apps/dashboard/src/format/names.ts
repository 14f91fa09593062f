interface Named {
  readonly code: string;
  readonly name?: string | null;
}

/** The name people know a thing by; its code where the file gave no name. */
export const nameOf = (thing: Named | undefined): string => thing?.name || thing?.code || '';
