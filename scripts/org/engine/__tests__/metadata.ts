/** Metadata files of small packages for tests, in source format. */

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A custom object with a text name. @param rest elements beside the usual ones */
export function customObject(name: string, rest = '<sharingModel>ReadWrite</sharingModel>'): Record<string, string> {
    const label = name.replace(/__\w+$/, '');
    return {
        [`objects/${name}/${name}.object-meta.xml`]: `${HEAD}<CustomObject ${NS}><label>${label}</label><pluralLabel>${label}s</pluralLabel><deploymentStatus>Deployed</deploymentStatus><nameField><label>Name</label><type>Text</type></nameField>${rest}</CustomObject>`
    };
}

/** A field. @param rest elements beside name, label and type */
export function customField(object: string, name: string, type: string, rest = ''): Record<string, string> {
    return {
        [`objects/${object}/fields/${name}.field-meta.xml`]: `${HEAD}<CustomField ${NS}><fullName>${name}</fullName><label>${name}</label><type>${type}</type>${rest}</CustomField>`
    };
}

/** An active validation rule. */
export function validationRule(object: string, name: string, formula: string, rest = ''): Record<string, string> {
    const text = formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return {
        [`objects/${object}/validationRules/${name}.validationRule-meta.xml`]: `${HEAD}<ValidationRule ${NS}><fullName>${name}</fullName><active>true</active><errorConditionFormula>${text}</errorConditionFormula>${rest}<errorMessage>${name}</errorMessage></ValidationRule>`
    };
}

/** A permission set. @param rest its grants */
export function permissionSet(name: string, rest: string): Record<string, string> {
    return {
        [`permissionsets/${name}.permissionset-meta.xml`]: `${HEAD}<PermissionSet ${NS}><label>${name}</label>${rest}</PermissionSet>`
    };
}
