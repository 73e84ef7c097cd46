/** Files of people in S3: sent by a form of theirs under a policy we signed, read and written by us. */
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { Uploads } from '#domain/uploads.ts';

const INVITED_SECONDS = 15 * 60;

export function uploads(client: S3Client, bucket: string): Uploads {
  return {
    async invite(key, { maxBytes, redirectTo }) {
      return createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        // a field becomes a condition of its own: exactly this value
        Fields: { success_action_redirect: redirectTo },
        Conditions: [['content-length-range', 1, maxBytes]],
        Expires: INVITED_SECONDS,
      });
    },

    async read(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        // S3 says so only to who may list the bucket; to others a missing file is a refused one, which stays an error
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    async write(key, bytes, contentType) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }));
    },

    async remove(key) {
      // S3 answers the same whether there was one or not
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}

/** Region and endpoint come from the environment (`AWS_REGION`, `AWS_ENDPOINT_URL_S3`). An endpoint of one machine has no name per bucket. */
export const s3Client = (): S3Client =>
  new S3Client({
    forcePathStyle: process.env.AWS_ENDPOINT_URL_S3 !== undefined,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  });
