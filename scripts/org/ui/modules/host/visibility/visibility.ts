/** Decides whether a visibility rule shows its component, with the record, the user and the device at hand. */
import { settings } from 'host/settings';
import type { PageDefinition, VisibilityRule } from 'host/pageTypes';
import { isVisibleWith, RECORD_FIELD, USER_FIELD } from 'host/visibilityRules';
import type { VisibilityRecord } from 'host/visibilityRules';

export type { VisibilityRecord };

/** Fields of the record that the rules of a page read. */
export function criteriaFields(page: PageDefinition): string[] {
    return fieldsIn(page, RECORD_FIELD);
}

/** Fields of the user that the rules of a page read, beyond those that every page knows. */
export function userFields(page: PageDefinition): string[] {
    return fieldsIn(page, USER_FIELD).filter((field) => !(`$User.${field}` in knownValues()));
}

function fieldsIn(page: PageDefinition, pattern: RegExp): string[] {
    const fields = new Set<string>();
    for (const region of page.regions) {
        for (const item of region.items) {
            for (const { left } of item.visibility?.criteria ?? []) {
                const field = pattern.exec(left)?.[1];
                if (field) fields.add(field);
            }
        }
    }
    return [...fields];
}

/** @throws Error for an expression or operator that the local org does not know */
export function isVisible(
    rule: VisibilityRule,
    facts: { readonly record?: VisibilityRecord | undefined; readonly user?: VisibilityRecord | undefined }
): boolean {
    return isVisibleWith(rule, {
        ...facts,
        known: knownValues(),
        hasPermission: (name) => settings.customPermissions.includes(name) || settings.userPermissions.includes(name)
    });
}

function knownValues(): Readonly<Record<string, unknown>> {
    return {
        '$Client.FormFactor': settings.formFactor,
        '$Client.formFactor': settings.formFactor,
        '$User.Id': settings.user.id,
        '$User.Alias': settings.user.alias,
        '$User.Profile.Name': settings.user.profile,
        '$User.UserRole.Name': settings.user.role
    };
}
