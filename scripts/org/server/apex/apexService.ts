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
                const answer = gateway.executeAnonymous(user.id, textOf(args['apexcode'] ?? args['String']));
                const { compiled, compileProblem, line, column, success } = answer;
                const { exceptionMessage, exceptionStackTrace, debugLog } = answer;
                const result = {
                    compiled,
                    compileProblem,
                    line,
                    column,
                    success,
                    exceptionMessage,
                    exceptionStackTrace
                };
                return { result, debugLog };
            }
        }
    };
}
