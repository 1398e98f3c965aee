import { api, LightningElement } from 'lwc';
import { criterionLines, type CriterionLine } from 'c/handoffCriteria';
import { fill } from 'c/labelText';
import { labels } from './labels';

const INFLUENCER = 'Influencer';

/** Why a person is marketing qualified: in sentences, then criterion by criterion, as frozen at hand-off. Presentational. */
export default class HandoffWhyQualified extends LightningElement {
    /** Facts of the person, with the frozen criteria. */
    @api brief?: Apex.Brief;

    readonly labels = labels;

    get reasons(): readonly string[] {
        return this.brief?.whyQualified ?? [];
    }

    get criteria(): CriterionLine[] {
        return criterionLines(this.qualification?.criteria);
    }

    get hasCriteria(): boolean {
        return this.criteria.length > 0;
    }

    get fitParts(): string[] {
        return (this.qualification?.fitParts ?? []).map(({ label, value, points, maximum }) =>
            fill(labels.FitPart, label ?? '', value ?? labels.NotKnown, points ?? 0, maximum ?? 0)
        );
    }

    get authority(): string {
        const authority = this.qualification?.authority;
        return authority ? fill(labels.Authority, authority) : '';
    }

    get isInfluencer(): boolean {
        return this.qualification?.authority === INFLUENCER;
    }

    get overrideText(): string {
        return this.brief?.overrideText ? fill(labels.Override, this.brief.overrideText) : '';
    }

    get versions(): string {
        const gate = this.qualification?.version;
        const policy = this.brief?.policyVersion;
        return [gate ? fill(labels.GateVersion, gate) : '', policy ? fill(labels.Policy, policy) : '']
            .filter(Boolean)
            .join(' · ');
    }

    private get qualification(): Apex.Qualification | undefined {
        return this.brief?.qualification;
    }
}
