/** Zone of the reader in every test, so that no test depends on where it runs. */
export default 'America/New_York';
