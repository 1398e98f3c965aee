/** `/services/Soap/...`: calls of the Metadata and the Apex API. The session comes in the envelope. */
import { errorBodyOf } from '../errorBodies.ts';
import type { Gateway, HostUser } from '../gateway.ts';
import type { Reply, Route } from '../router.ts';
import type { Sessions } from '../session.ts';
import { answerXml, faultXml, readCall, SoapFault, type SoapNode } from './envelope.ts';

/** What a call gives back: the result, and a debug log when the API sends one along. */
export interface SoapAnswer {
    readonly result: unknown;
    readonly debugLog?: string;
}

/** One API: its namespace and its calls by name. */
export interface SoapService {
    /** Letter in the path: `m` for the Metadata API, `s` for the Apex API. */
    readonly letter: string;
    readonly namespace: string;
    readonly calls: Readonly<Record<string, (args: SoapNode, user: HostUser) => SoapAnswer | Promise<SoapAnswer>>>;
}

/** Bytes. A zip may have 39 MB on the platform; as base64 within an envelope that is half as much again. */
const LARGEST_BODY = 52 * 1024 * 1024;

export function soapRoutes(gateway: Gateway, sessions: Sessions, services: readonly SoapService[]): Route[] {
    return services.flatMap((service) =>
        ['', '/:organization'].map((tail): Route => ({
            method: 'POST',
            pattern: `/services/Soap/${service.letter}/:version${tail}`,
            // The call itself carries its session.
            access: 'open',
            largestBody: LARGEST_BODY,
            failure: ({ body }) => fault(service, new SoapFault(...firstError(body))),
            handler: async (context) => {
                try {
                    const call = readCall(context.text());
                    const session = sessions.ofToken(`Bearer ${call.sessionId ?? ''}`);
                    const user = gateway.users.find((candidate) => candidate.alias === session?.alias);
                    if (!user) throw new SoapFault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader');
                    const run = service.calls[call.method];
                    if (!run) throw new SoapFault('UNSUPPORTED_API_VERSION', `Unsupported: SOAP call ${call.method}`);
                    const { result, debugLog } = await run(call.args, user);
                    return xmlReply(200, answerXml(service.namespace, call.method, result, debugLog));
                } catch (error) {
                    if (error instanceof SoapFault) return fault(service, error);
                    const known = errorBodyOf(error);
                    if (known) return fault(service, new SoapFault(...firstError(known.body)));
                    throw error;
                }
            }
        }))
    );
}

function firstError(body: unknown): [string, string] {
    const first = (Array.isArray(body) ? body[0] : body) as { errorCode?: string; message?: string } | undefined;
    return [first?.errorCode || 'UNKNOWN_EXCEPTION', first?.message ?? 'The call failed'];
}

const fault = (service: SoapService, error: SoapFault): Reply =>
    xmlReply(500, faultXml(service.namespace, error.code, error.message));

function xmlReply(status: number, body: string): Reply {
    return { status, body, headers: { 'content-type': 'text/xml; charset=utf-8' } };
}
