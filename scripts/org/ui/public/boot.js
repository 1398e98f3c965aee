// Runs before every module: reads what the server wrote into the page, and makes the page follow the org's clock.
(() => {
    const settings = JSON.parse(document.getElementById('local-org-settings').textContent);
    const isEmbedded = new URLSearchParams(location.search).has('embedded');
    const width = document.documentElement.clientWidth;
    settings.isEmbedded = isEmbedded;
    settings.formFactor = isEmbedded || width <= 480 ? 'Small' : width <= 1024 ? 'Medium' : 'Large';
    globalThis.localOrg = settings;
    // What a module that did not compile calls when it is evaluated.
    globalThis.localOrgBroken = (message) => {
        throw new Error(message);
    };
    globalThis.process ??= { env: { NODE_ENV: 'production' } };

    // The org has one clock. In an org it agrees with the browser's; here the browser's is moved along with it.
    const RealDate = Date;
    let offset = settings.now - RealDate.now();
    const now = () => RealDate.now() + offset;
    const OrgDate = new Proxy(RealDate, {
        construct: (target, args, newTarget) =>
            Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
        apply: () => new RealDate(now()).toString(),
        get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver))
    });
    RealDate.prototype.constructor = OrgDate;
    globalThis.Date = OrgDate;
    globalThis.localOrgClock = {
        now,
        set: (epochMs) => {
            offset = epochMs - RealDate.now();
        }
    };
})();
