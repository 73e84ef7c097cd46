/** A QR code as SVG, with the quiet margin around it that readers ask for. */
import type { JSX } from 'preact';
import qrcode from 'qrcode';

export function QrCode({ url, label }: { readonly url: string; readonly label: string }): JSX.Element {
  const { modules } = qrcode.create(url, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dots = Array.from(modules.data, (dark, index) => (dark ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '')).join('');
  return (
    <svg class="qr" viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={label}>
      <path class="qr-paper" d={`M-2 -2h${size + 4}v${size + 4}h-${size + 4}z`} />
      <path class="qr-ink" d={dots} />
    </svg>
  );
}
