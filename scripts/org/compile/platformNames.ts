/**
 * Names of the platform that the local org may not have. A use of one of them is "unsupported" rather than a mistake.
 * Only the first part of a dotted name is looked at.
 */
const names = new Set(
    `system schema database messaging connectapi auth cache metadata reports flow process quickaction search support dataweave
    dom apexpages eventbus site network canvas chatteranswers compression datasource functions invocable kbmanagement label
    lxscheduler pref_center richmessaging sfc sfdc_checkout sfdc_surveys slack territorymgmt txnsecurity usermanagement visualeditor
    wave userprovisioning commerceorders commercetax commercepayments context formulaeval placequote rulesengine isvpartners
    answers apexpages approval blob boolean businesshours callable collator cookie crypto currency customsetting date datetime
    decimal double encodingutil exception externalserviceconnection featuremanagement finalizer finalizercontext http
    httprequest httpresponse httpcalloutmock httpcalloutmockfactory ideas installhandler integer json jsongenerator jsonparser
    limits list location long map matcher math multistaticresourcecalloutmock object orglimit orglimits packages pagereference
    parsermanager pattern parameterizedtypeddescribe quiddity queueable queueablecontext request requireplatformfeature
    resetpasswordresult restcontext restrequest restresponse schedulable schedulablecontext searchhelper selectoption set
    staticresourcecalloutmock string stubprovider sobject sobjecttype sobjectfield test time timezone trigger type
    uninstallhandler url userinfo uuid version webservicecallout webservicemock xmlstreamreader xmlstreamwriter domain
    domainparser domaintype domaincreator parserdomain formula formulabuilder security accesstype accesslevel accessevaluation
    assert asyncinfo asyncoptions batchable comparator comparable continuation continuationresponse datastreaming
    describesobjectresult describefieldresult fieldset fieldsetmember recordtypeinfo childrelationship picklistentry
    displaytype soaptype transactionfinalizer savepoint sandboxcontext sandboxpostcopy templateutility
    iterable iterator ipage page nestedxml webserviceapi pagereferenceimpl applauncher email inboundemailhandler
    sessionmanagement dataweavescriptresource sobjectaccessdecision savepoint answer networksuserinfo mobilepush nav`.split(
        /\s+/
    )
);

/** True when the name may belong to the platform. */
export function looksLikePlatform(name: string): boolean {
    const first = name.toLowerCase().split('.')[0] ?? '';
    return names.has(first);
}
