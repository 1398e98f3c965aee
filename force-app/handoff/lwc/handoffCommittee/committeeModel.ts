/** A buying group in words. Pure. */
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface MemberLine {
    readonly key: string;
    readonly personId: string | undefined;
    readonly name: string;
    readonly role: string;
    readonly facts: string;
}

export interface CandidateLine {
    readonly key: string;
    readonly name: string;
    readonly role: string;
    readonly roleCode: string;
}

export interface RoleOption {
    readonly label: string;
    readonly value: string;
}

export function memberLine({
    memberId = '',
    personId,
    name = '',
    roleLabel = '',
    isDeciding,
    isEngaged
}: Apex.CommitteeMember): MemberLine {
    const facts = [isDeciding ? labels.Decides : '', isEngaged ? labels.Engaged : ''];
    return { key: memberId, personId, name, role: roleLabel, facts: facts.filter(Boolean).join(' · ') };
}

export function candidateLine({
    personId = '',
    name = '',
    roleCode,
    roleLabel = ''
}: Apex.CommitteeCandidate): CandidateLine {
    return { key: personId, name, role: roleLabel, roleCode: roleCode ?? '' };
}

/** Missing roles in one sentence; those that decide are marked. */
export function missingWords(missing: readonly Apex.CommitteeRole[] | undefined): string {
    return (missing ?? [])
        .map(({ label = '', isDeciding }) => (isDeciding ? fill(labels.DecidingRole, label) : label))
        .join(', ');
}

export function roleOptions(roles: readonly Apex.CommitteeRole[] | undefined): RoleOption[] {
    return (roles ?? []).map(({ code = '', label = '' }) => ({ label, value: code }));
}
