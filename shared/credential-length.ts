// Far above what FreshBooks issues (64 characters), far below what a stray paste can bring.
export const CREDENTIAL_LENGTH = 500;
