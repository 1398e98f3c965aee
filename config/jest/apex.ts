/** Stand-in for `@salesforce/apex`: a test sees what was asked for again. */
export const refreshApex = jest.fn();
