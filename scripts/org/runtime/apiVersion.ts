/** API version of the platform that the local org stands for. Requests for older versions are answered alike. */
export const API_VERSION = '66.0';

/** Root of its REST resources. */
export const REST_ROOT = `/services/data/v${API_VERSION}`;
