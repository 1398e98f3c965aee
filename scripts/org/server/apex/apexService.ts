/** The Apex API over SOAP: anonymous Apex. */
import type { Gateway } from '../gateway.ts';
import { textOf } from '../soap/envelope.ts';
import type { SoapService } from '../soap/soapRoutes.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/08/apex';

export function apexService(gateway: Gateway): SoapService {
    return {
        letter: 's',
        namespace: NAMESPACE,
        calls: {
            executeAnonymous: (args, user) => {
                const { log, ...result } = gateway.executeAnonymous(
                    user.id,
                    textOf(args['apexcode'] ?? args['String'])
                );
                return { result, debugLog: log.join('\n') };
            }
        }
    };
}
