/** `Crypto` */
import {
    createCipheriv,
    createDecipheriv,
    createHash,
    createHmac,
    createPrivateKey,
    createPublicKey,
    randomBytes,
    sign,
    timingSafeEqual,
    verify
} from 'node:crypto';
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import { Blob } from '../values/blob.ts';
import { apexException, Unsupported } from '../values/exceptions.ts';
import { noNulls } from './support.ts';

const DIGESTS: Readonly<Record<string, string>> = {
    MD5: 'md5',
    SHA1: 'sha1',
    'SHA-1': 'sha1',
    SHA256: 'sha256',
    'SHA-256': 'sha256',
    SHA512: 'sha512',
    'SHA-512': 'sha512',
    'SHA3-256': 'sha3-256',
    'SHA3-384': 'sha3-384',
    'SHA3-512': 'sha3-512'
};
const SIGNATURES: Readonly<Record<string, string>> = {
    RSA: 'RSA-SHA1',
    'RSA-SHA1': 'RSA-SHA1',
    'RSA-SHA256': 'RSA-SHA256',
    'RSA-SHA384': 'RSA-SHA384',
    'RSA-SHA512': 'RSA-SHA512'
};
const AES_BITS: Readonly<Record<string, number>> = { AES128: 128, AES192: 192, AES256: 256 };
const IV_BYTES = 16;

function blob(bytes: Uint8Array): Blob {
    return new Blob(Uint8Array.from(bytes));
}

function invalid(message: string): unknown {
    return apexException('InvalidParameterValueException', message);
}

function known(table: Readonly<Record<string, string>>, name: string): string {
    const found = table[name.toUpperCase()];
    if (!found) throw invalid(`Invalid algorithm ${name}`);
    return found;
}

function mac(algorithm: string, input: Blob, key: Blob): Blob {
    const match = /^HMAC-?(MD5|SHA1|SHA256|SHA384|SHA512)$/i.exec(algorithm);
    if (!match) throw invalid(`Invalid algorithm ${algorithm}`);
    return blob(createHmac(match[1]!.toLowerCase(), key.bytes).update(input.bytes).digest());
}

/** Name of the cipher; the key has to have its length. */
function cipherName(algorithm: string, key: Blob): string {
    const bits = AES_BITS[algorithm.toUpperCase()];
    if (!bits) {
        if (/gcm/i.test(algorithm)) throw new Unsupported(`Crypto with ${algorithm}`);
        throw invalid(`Invalid algorithm ${algorithm}`);
    }
    if (key.bytes.length * 8 !== bits) throw invalid(`Invalid private key. Must be ${bits / 8} bytes.`);
    return `aes-${bits}-cbc`;
}

function checkIv(iv: Uint8Array): void {
    if (iv.length !== IV_BYTES) throw invalid(`Invalid initialization vector. Must be ${IV_BYTES} bytes.`);
}

function encrypt(algorithm: string, key: Blob, iv: Uint8Array, data: Blob): Buffer {
    checkIv(iv);
    const cipher = createCipheriv(cipherName(algorithm, key), key.bytes, iv);
    return Buffer.concat([cipher.update(data.bytes), cipher.final()]);
}

function decrypt(algorithm: string, key: Blob, iv: Uint8Array, data: Uint8Array): Blob {
    checkIv(iv);
    const cipher = createDecipheriv(cipherName(algorithm, key), key.bytes, iv);
    try {
        return blob(Buffer.concat([cipher.update(data), cipher.final()]));
    } catch {
        throw apexException('SecurityException', 'Given final block not properly padded.');
    }
}

/** Whole number of random bytes, signed. */
function randomNumber(bytes: number): bigint {
    return BigInt.asIntN(bytes * 8, BigInt(`0x${randomBytes(bytes).toString('hex')}`));
}

/** `Crypto` */
export const cryptoLibrary: LibraryModule = () => [
    libraryClass('Crypto', {
        'static Blob generateDigest(String algorithm, Blob input)': noNulls((algorithm, input) =>
            blob(createHash(known(DIGESTS, algorithm)).update(input.bytes).digest())
        ),
        'static Blob generateMac(String algorithm, Blob input, Blob privateKey)': noNulls(mac),
        'static Boolean verifyHMac(String algorithm, Blob input, Blob privateKey, Blob expected)': noNulls(
            (algorithm, input, key, expected) => {
                const actual = mac(algorithm, input, key);
                return actual.bytes.length === expected.bytes.length && timingSafeEqual(actual.bytes, expected.bytes);
            }
        ),
        'static Blob generateAesKey(Integer size)': noNulls((size) => {
            if (![128, 192, 256].includes(size)) throw invalid('Invalid key size. Must be 128, 192 or 256.');
            return blob(randomBytes(size / 8));
        }),
        'static Blob encrypt(String algorithm, Blob privateKey, Blob initializationVector, Blob data)': noNulls(
            (algorithm, key, iv, data) => blob(encrypt(algorithm, key, iv.bytes, data))
        ),
        'static Blob decrypt(String algorithm, Blob privateKey, Blob initializationVector, Blob data)': noNulls(
            (algorithm, key, iv, data) => decrypt(algorithm, key, iv.bytes, data.bytes)
        ),
        // The vector is made here and travels as the first 16 bytes.
        'static Blob encryptWithManagedIV(String algorithm, Blob privateKey, Blob data)': noNulls(
            (algorithm, key, data) => {
                const iv = randomBytes(IV_BYTES);
                return blob(Buffer.concat([iv, encrypt(algorithm, key, iv, data)]));
            }
        ),
        'static Blob decryptWithManagedIV(String algorithm, Blob privateKey, Blob data)': noNulls(
            (algorithm, key, data) => decrypt(algorithm, key, data.bytes.slice(0, IV_BYTES), data.bytes.slice(IV_BYTES))
        ),
        'static Blob sign(String algorithm, Blob input, Blob privateKey)': noNulls((algorithm, input, key) => {
            const name = known(SIGNATURES, algorithm);
            try {
                const privateKey = createPrivateKey({ key: Buffer.from(key.bytes), format: 'der', type: 'pkcs8' });
                return blob(sign(name, input.bytes, privateKey));
            } catch {
                throw invalid('Invalid private key.');
            }
        }),
        'static Boolean verify(String algorithm, Blob data, Blob signature, Blob publicKey)': noNulls(
            (algorithm, data, signature, key) => {
                const name = known(SIGNATURES, algorithm);
                try {
                    const publicKey = createPublicKey({ key: Buffer.from(key.bytes), format: 'der', type: 'spki' });
                    return verify(name, data.bytes, publicKey, signature.bytes);
                } catch {
                    throw invalid('Invalid public key.');
                }
            }
        ),
        'static Integer getRandomInteger()': () => Number(randomNumber(4)),
        'static Long getRandomLong()': () => randomNumber(8)
    })
];
