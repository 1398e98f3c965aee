/** The Metadata API: SOAP calls, and deploys over REST. */
import type { Deployments } from '../../metadata/deploy/deployments.ts';
import { DeployRefusal, testLevelOf, type DeployOptions } from '../../metadata/deploy/deployments.ts';
import { readMembers } from '../../metadata/folder.ts';
import { describeTypes, fileProperties, listMembers } from '../../metadata/listing.ts';
import type { Manifest } from '../../metadata/manifest.ts';
import { METADATA_NAMESPACE } from '../../metadata/xmlText.ts';
import type { Retrievals } from '../../metadata/retrievals.ts';
import type { Gateway, HostUser } from '../gateway.ts';
import { badRequest, HttpError } from '../httpError.ts';
import { jsonObject } from '../rest/records.ts';
import { userOf } from '../requestUser.ts';
import type { RequestContext, Route } from '../router.ts';
import { listOf, nodeOf, SoapFault, textOf, textsOf, type SoapNode } from '../soap/envelope.ts';
import type { SoapAnswer, SoapService } from '../soap/soapRoutes.ts';
import { readMultipart } from './multipart.ts';

export interface MetadataApiOptions {
    readonly gateway: Gateway;
    readonly deployments: Deployments;
    readonly retrievals: Retrievals;
    readonly sourceDirs: () => readonly string[];
}

/** Bytes of a deploy over REST; the platform's limit for the zip. */
const LARGEST_DEPLOY = 39 * 1024 * 1024;

/** Deploys and retrieves are for those who may change the org. */
function requireAdministrator(gateway: Gateway, user: HostUser): void {
    const access = gateway.access(user.id);
    if (!access.hasUserPermission('ModifyMetadata') && !access.hasUserPermission('ModifyAllData')) {
        throw new DeployRefusal(
            'INSUFFICIENT_ACCESS',
            'INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
        );
    }
}

export function metadataService({ gateway, deployments, retrievals, sourceDirs }: MetadataApiOptions): SoapService {
    const call =
        (run: (args: SoapNode, user: HostUser) => unknown) =>
        async (args: SoapNode, user: HostUser): Promise<SoapAnswer> => {
            try {
                requireAdministrator(gateway, user);
                return { result: await run(args, user) };
            } catch (error) {
                if (error instanceof DeployRefusal) throw new SoapFault(error.code, error.message);
                throw error;
            }
        };
    return {
        letter: 'm',
        namespace: METADATA_NAMESPACE,
        calls: {
            deploy: call((args, user) => {
                const zip = Buffer.from(textOf(args['ZipFile']), 'base64');
                const id = deployments.start(zip, deployOptions(soapOptions(nodeOf(args['DeployOptions']))), user);
                return { done: false, id, state: 'Queued' };
            }),
            checkDeployStatus: call((args) =>
                deployments.result(textOf(args['asyncProcessId']), textOf(args['includeDetails']) === 'true')
            ),
            cancelDeploy: call((args) => deployments.cancel(textOf(args['String'] ?? args['id']))),
            deployRecentValidation: call((args, user) =>
                deployments.startValidated(textOf(args['validationId'] ?? args['validationID']), user)
            ),
            retrieve: call((args, user) => {
                const request = nodeOf(args['retrieveRequest'] ?? args['request']);
                if (request['packageNames'] !== undefined && textsOf(request['packageNames']).length > 0) {
                    throw new SoapFault('UNSUPPORTED_API_VERSION', 'Unsupported: retrieve of a package by name');
                }
                const isSingle = textOf(request['singlePackage']) === 'true';
                const id = retrievals.start(soapManifest(nodeOf(request['unpackaged'])), isSingle, user);
                return { done: false, id, state: 'Queued' };
            }),
            checkRetrieveStatus: call((args) => {
                const id = textOf(args['asyncProcessId']);
                const result = retrievals.result(id);
                if (!result) throw new SoapFault('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
                return result;
            }),
            listMetadata: call((args, user) => {
                const members = readMembers(sourceDirs());
                const now = new Date(gateway.now()).toISOString();
                return listOf(args['queries']).flatMap((query) =>
                    listMembers(members, textOf(nodeOf(query)['type'])).map((member) =>
                        fileProperties(member, user, now)
                    )
                );
            }),
            describeMetadata: call(() => describeTypes())
        }
    };
}

function soapManifest(unpackaged: SoapNode): Manifest {
    const types = new Map(
        listOf(unpackaged['types']).map((each) => {
            const node = nodeOf(each);
            return [textOf(node['name']), textsOf(node['members'])] as const;
        })
    );
    return { types, version: textOf(unpackaged['version']) || null };
}

/** Options as SOAP writes them, as REST has them. */
function soapOptions(node: SoapNode): Record<string, unknown> {
    const plain = Object.entries(node).map(([name, value]): [string, unknown] => {
        if (name === 'runTests') return [name, textsOf(value)];
        const text = textOf(value);
        return [name, text === 'true' || text === 'false' ? text === 'true' : text];
    });
    return Object.fromEntries(plain);
}

/** @throws DeployRefusal for what the local org does not do */
function deployOptions(options: Readonly<Record<string, unknown>>): DeployOptions {
    for (const [name, value] of Object.entries(options)) {
        const isOff = value === false || value === '' || value === null;
        if (
            name === 'rollbackOnError'
                ? value === false
                : ['purgeOnDelete', 'autoUpdatePackage'].includes(name) && !isOff
        ) {
            throw new DeployRefusal('UNSUPPORTED_API_VERSION', `Unsupported: deploy option ${name}=${String(value)}`);
        }
    }
    const given = options['runTests'];
    const tests = (Array.isArray(given) ? given : given ? [given] : []).map((test: unknown) => String(test));
    const testLevel = options['testLevel'];
    return {
        checkOnly: options['checkOnly'] === true,
        isSinglePackage: options['singlePackage'] === true,
        testLevel: testLevelOf(typeof testLevel === 'string' ? testLevel : undefined, tests),
        tests
    };
}

/** Deploys over REST: `POST metadata/deployRequest` with the zip as a part of the form, and questions about it. */
export function metadataRestRoutes({ gateway, deployments }: MetadataApiOptions): Route[] {
    const base = '/services/data/:version/metadata/deployRequest';
    const route = (
        method: string,
        pattern: string,
        run: (context: RequestContext, user: HostUser) => unknown
    ): Route => ({
        method,
        pattern: base + pattern,
        access: 'token',
        largestBody: LARGEST_DEPLOY,
        handler: (context) => {
            try {
                const user = userOf(gateway, context);
                requireAdministrator(gateway, user);
                return { status: method === 'POST' ? 201 : method === 'PATCH' ? 202 : 200, json: run(context, user) };
            } catch (error) {
                if (!(error instanceof DeployRefusal)) throw error;
                const status = error.code === 'INVALID_CROSS_REFERENCE_KEY' ? 404 : 400;
                throw new HttpError(status, { errorCode: error.code, message: error.message });
            }
        }
    });
    return [
        route('POST', '', (context, user) => {
            if (/^application\/json\b/i.test(String(context.headers['content-type']))) {
                const validated = jsonObject(context.json())['validatedDeployRequestId'];
                if (typeof validated !== 'string') {
                    throw badRequest(
                        'JSON_PARSER_ERROR',
                        'The body must name a validation in validatedDeployRequestId.'
                    );
                }
                const id = deployments.startValidated(validated, user);
                return { id, validatedDeployRequestId: validated, deployResult: deployments.result(id, false) };
            }
            const form = readMultipart(context.bytes(), String(context.headers['content-type'] ?? ''));
            const zip = form.get('file');
            const text = form.get('entity_content') ?? form.get('json');
            if (!zip || !text) throw badRequest('INVALID_MULTIPART_REQUEST', 'A deploy needs the parts file and json.');
            const parsed = jsonObject(parseJson(Buffer.from(text).toString('utf8')), 'The part json');
            const options = jsonObject(parsed['deployOptions'] ?? {}, 'deployOptions');
            const id = deployments.start(zip, deployOptions(options), user);
            return { id, deployOptions: options };
        }),
        route('GET', '/:id', (context) => ({
            id: context.params['id'],
            deployResult: deployments.result(context.params['id'] ?? '', context.query.get('includeDetails') === 'true')
        })),
        route('PATCH', '/:id', (context) => {
            const id = context.params['id'] ?? '';
            const status = jsonObject(jsonObject(context.json())['deployResult'], 'deployResult')['status'];
            if (status !== 'Canceling') throw badRequest('INVALID_INPUT', 'A deploy can be changed to Canceling only.');
            deployments.cancel(id);
            return { id, deployResult: deployments.result(id, false) };
        })
    ];
}

/** @throws HttpError 400 */
function parseJson(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        throw badRequest('JSON_PARSER_ERROR', 'The part json is not JSON.');
    }
}
