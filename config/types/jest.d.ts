/** What tests of components have beyond Jest itself. */
import '@sa11y/jest';

declare global {
    namespace Platform {
        /** Test double of a wire adapter: gives data or an error to the components that hold the wire. */
        interface WireTestAdapter<Data, Config = Readonly<Record<string, unknown>>> {
            emit(data: Data, filter?: (config: Config) => boolean): void;
            error(body?: unknown, status?: number, statusText?: string): void;
            getLastConfig(): Config;
        }
    }
}
