/** Paths of the Media Manager that answer with a URL to upload to. Source: @wix/auto_sdk_media_files@1.0.101 build/es/index.mjs (site), @wix/auto_sdk_media_enterprise-media-items@1.0.41 (enterprise). */
export const UPLOAD_URL_PATHS = /\/(?:files\/generate-(?:resumable-)?upload-url|enterprise\/items\/upload\/generate-url)(?:[?#]|$)/;

/** What a text says that calls the Media Manager by a path, or has to do with a URL to upload to. */
export const MENTIONS_UPLOADS = /site-media|upload-?url/i;

/** The functions that call them: the same packages; wix-code-docs@273df10b wix-media-manager-backend (getUploadUrl). */
export const UPLOAD_URL_CALLS: readonly string[] = ['generateFileUploadUrl', 'generateFileResumableUploadUrl', 'getUploadUrl'];

/** Where the URL stands in the answer, whose upload token is all the authorization that is needed: dev.wix.com/docs/rest/assets/media/media-manager/files/upload-api. */
export const UPLOAD_URL_MEMBER = 'uploadUrl';
