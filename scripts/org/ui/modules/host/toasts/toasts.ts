/** Shows `ShowToastEvent` of either kind with the real toast component, and keeps a log for browser tests. */
import Toast from 'lightning/toast';
import ToastContainer from 'lightning/toastContainer';

interface ToastDetail {
    title?: string;
    message?: string;
    messageData?: unknown;
    variant?: string;
    mode?: string;
    toast?: unknown;
}

const toastLog: ToastDetail[] = [];

export function installToasts(): void {
    ToastContainer.instance({ toastPosition: 'top-center', maxToasts: 5 });
    (globalThis as unknown as { localOrgToasts: ToastDetail[] }).localOrgToasts = toastLog;
    document.addEventListener(
        'lightning__showtoast',
        (event) => {
            const toastEvent = event as CustomEvent<ToastDetail | null> & { toastAttributes?: object };
            const detail = toastEvent.detail;
            if (!detail || detail.toast) return;
            toastLog.push({ ...detail });
            toastEvent.toastAttributes = {
                title: detail.title,
                message: detail.message,
                messageData: detail.messageData,
                mode: detail.mode ?? 'dismissible',
                type: detail.variant ?? 'info'
            };
            detail.toast = Toast;
        },
        true
    );
}
