/** Page references and addresses, both ways. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { referenceOf, urlOf, type PageReference } from '../modules/host/pageReference/pageReference.ts';

describe('the address of a page reference', () => {
    it('carries the state as query parameters, and comes back as it was', () => {
        const reference: PageReference = {
            type: 'standard__navItemPage',
            attributes: { apiName: 'Board' },
            state: { c__team: 'R & D', c__days: '30' }
        };
        const url = urlOf(reference) ?? '';

        assert.equal(url, '/lightning/n/Board?c__team=R+%26+D&c__days=30');
        const { pathname, search } = new URL(url, 'http://org.example');
        assert.deepEqual(referenceOf(pathname, search), reference);
    });

    it('leaves out what a copy of the state sets to nothing', () => {
        const { pathname, search } = new URL('http://org.example/lightning/n/Board?c__team=R&c__days=30');
        const before = referenceOf(pathname, search);

        const url = urlOf({ ...before, state: { ...before.state, c__team: undefined } as never });

        assert.equal(url, '/lightning/n/Board?c__days=30');
    });

    it('cannot be changed in place', () => {
        const reference = referenceOf('/lightning/n/Board', '?c__team=R');

        for (const part of [reference, reference.attributes, reference.state]) assert.ok(Object.isFrozen(part));
    });

    it('keeps record pages apart from lists and from components', () => {
        assert.deepEqual(referenceOf('/lightning/r/Lead/00Q000000000001/view', '?c__tab=2'), {
            type: 'standard__recordPage',
            attributes: { recordId: '00Q000000000001', objectApiName: 'Lead', actionName: 'view' },
            state: { c__tab: '2' }
        });
        assert.equal(referenceOf('/lightning/cmp/c__board', '').type, 'standard__component');
        assert.equal(referenceOf('/', '').attributes['pageName'], 'home');
    });
});
