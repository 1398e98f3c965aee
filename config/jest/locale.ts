/** Locale of the reader in every test. */
export default 'en-US';
