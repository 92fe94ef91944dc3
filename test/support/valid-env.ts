import { generateKeyPairSync } from 'node:crypto';

/** PEM (PKCS #8) of a key that only tests know. */
export const samplePrivateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey;

/** The settings that have to be there, and nothing else. */
export const validEnv: Readonly<Record<string, string>> = {
  PUBLIC_URL: 'https://roomtone.example',
  SLACK_SIGNING_SECRET: 'slack-signing-secret-0123456789',
  SLACK_BOT_TOKEN: 'xoxb-secret-token',
  VONAGE_APPLICATION_ID: '9d2c4f0e-6f0c-4e0f-8d8e-6d1f4a0f7f11',
  VONAGE_PRIVATE_KEY: samplePrivateKey,
};
