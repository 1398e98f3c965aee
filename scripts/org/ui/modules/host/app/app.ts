import { LightningElement } from 'lwc';
import { followLink } from 'host/router';
import { settings } from 'host/settings';

const FORM_FACTOR_KEY = 'local-org.form-factor';

/** Root of the page: the frame of the local org, and the app below it (or inside a phone). */
export default class App extends LightningElement {
    isPhone = !settings.isEmbedded && localStorage.getItem(FORM_FACTOR_KEY) === 'phone';

    get showFrame(): boolean {
        return !settings.isEmbedded;
    }

    get phoneUrl(): string {
        const url = new URL(location.href);
        url.searchParams.set('embedded', '1');
        return url.pathname + url.search;
    }

    handleFormFactor(event: CustomEvent<{ isPhone: boolean }>): void {
        this.isPhone = event.detail.isPhone;
        localStorage.setItem(FORM_FACTOR_KEY, this.isPhone ? 'phone' : 'desktop');
    }

    handleClick(event: MouseEvent): void {
        followLink(event);
    }
}
