import { securityHeaders } from '../../../shared/lambda/security-headers.ts';
import type { UploadForm } from '../../../shared/store/files.ts';
import { formForReport } from '../../../shared/store/uploads.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

/** A form by which the browser sends one PDF straight to storage and comes back to the page that looks at it. */
export async function uploadFormFor({ services }: WebRequest, itemId: string): Promise<UploadForm> {
  const returnTo = `${services.configuration.PUBLIC_ADDRESS}${paths.checkReport(itemId)}`;
  return formForReport(services.files, { itemId, newId: services.newId, returnTo });
}

/** Headers of a page whose form goes to storage: its address is one more to which a form may be sent. */
export function headersForUpload({ services }: WebRequest, { action }: UploadForm): Record<string, string> {
  return { ...securityHeaders(`${services.configuration.IDENTITY_ORIGIN} ${new URL(action).origin}`.trim()).page };
}
