/** Marks a member that a user's class must implement. */
export const abstractMember: unique symbol = Symbol('abstract');
