/** The platform's words for queries that cannot run. */
import { apexException } from '../values/exceptions.ts';
import type { ApexException } from '../values/exceptions.ts';

const WSDL = 'Please reference your WSDL or the describe call for the appropriate names.';

/** A System.QueryException that Apex can catch. */
export function queryException(message: string): ApexException {
    return apexException('QueryException', message);
}

export function unknownObject(name: string): ApexException {
    return queryException(
        `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${WSDL}`
    );
}

export function unknownField(name: string, object: string): ApexException {
    return queryException(
        `No such column '${name}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`
    );
}

export function unknownRelationship(name: string): ApexException {
    return queryException(
        `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`
    );
}

export function unknownChildRelationship(name: string): ApexException {
    return queryException(
        `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`
    );
}
