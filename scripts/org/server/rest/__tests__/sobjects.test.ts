import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openOrg, type Org } from '../../../engine/org.ts';
import { temporaryProject, type TemporaryProject } from '../../__tests__/temporaryProject.ts';
import { orgGateway } from '../../engine/orgGateway.ts';
import { startHttpServer, type RunningServer } from '../../__tests__/startHttpServer.ts';
import { Router } from '../../router.ts';
import { Sessions } from '../../session.ts';
import { sobjectRoutes } from '../sobjects.ts';

describe('a record by its id', () => {
    let project: TemporaryProject;
    let org: Org;
    let server: RunningServer;
    let sessions: Sessions;
    before(async () => {
        project = temporaryProject();
        org = openOrg({ sourceDirs: [`${project.root}/src`], worldFile: `${project.root}/config/local-org.json` });
        const gateway = orgGateway(org);
        sessions = new Sessions(
            () => true,
            () => 'root',
            () => gateway.organization.id
        );
        server = await startHttpServer({
            port: 0,
            router: new Router().add(sobjectRoutes(gateway)),
            sessions,
            onInternalError: () => undefined
        });
    });
    after(async () => {
        await server.close();
        org.close();
        project.remove();
    });

    it('is not there for somebody who may not read the object', async () => {
        const path = `http://127.0.0.1:${server.port}/services/data/v66.0/sobjects/Lead/00Q000000000777AAA`;
        const answer = await fetch(path, { headers: { authorization: `Bearer ${sessions.issueToken('guest')}` } });

        assert.equal(answer.status, 404);
        assert.match(await answer.text(), /NOT_FOUND/);
    });
});
