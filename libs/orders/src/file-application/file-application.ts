// The rules of filing are those of an application prepared here as well.
export { type ApplicationDetails, type CannotFile, fileApplication } from '../domain/filing.js';
