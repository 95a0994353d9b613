/** Fewest characters of a password of one's own, as the service asks for them. */
export const PASSWORD_LENGTH = 12
