/** Entry of the page: everything that must run once, then the app. */
import { createElement } from 'lwc';
import App from 'host/app';
import { installToasts } from 'host/toasts';
import { connectServerEvents } from 'host/serverEvents';
import { installRefreshListener } from 'host/refreshHandlers';

declare global {
    // Read by browser tests: true once the first page is on screen.
    var localOrgReady: boolean | undefined;
}

installRefreshListener();
connectServerEvents();
document.body.replaceChildren(createElement('host-app', { is: App }));
// After the app: the container of toasts is a child of the body as well.
installToasts();
